package dev.rackside.ticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.VendorStub;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Outside;
import dev.rackside.row.Choice;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A ticket is found and linked, by keyboard, against systems that answer as the vendors' do. */
@ExtendWith(ApplicationExtension.class)
class TicketLinkingTest {

    private static final Map<Vendor, VendorStub> STUBS = new EnumMap<>(Vendor.class);

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;
    private static Choice session;

    private final List<String> linked = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final StackPane window = new StackPane();
    @SuppressWarnings("NullAway.Init")
    private TicketLinking linking;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open(@TempDir Path folder) throws SQLException {
        test = TestDatabase.migrated("linking",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES,
                        CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
        for (var vendor : Set.of(Vendor.SYNCRO, Vendor.AUTOTASK)) {
            var stub = vendor.stub();
            stub.start();
            stub.add(vendor.tickets());
            vendor.credential(credentials, stub);
            STUBS.put(vendor, stub);
        }
        session = new SessionService(test.database()).choices(null, "", 1).getFirst();
    }

    @AfterAll
    static void close() {
        STUBS.values().forEach(VendorStub::close);
        outside.close();
        credentials.close();
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        linking = new TicketLinking(Doors.of(test, credentials,
                List.of(Vendor.SYNCRO.gateway(outside), Vendor.AUTOTASK.gateway(outside))),
                Background.threads(new Failures()),
                new TicketLinking.Window(new TicketActs.Front() {
                    @Override
                    public void show(Node node) {
                        window.getChildren().setAll(node);
                    }

                    @Override
                    public void away() {
                        left.add("away");
                    }
                }, linked::add, () -> left.add("credentials"), target -> left.add("by hand " + target.session())));
        stage.setScene(new Scene(window, 1000, 680));
        var theme = new Theme();
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
    }

    private void open(FxRobot robot, LinkTarget target) {
        robot.interact(() -> linking.open(target));
    }

    private static LinkTarget ofSession() {
        return new LinkTarget(session.id(), null);
    }

    private static ListView<?> found(FxRobot robot) {
        return robot.lookup("#found").<ListView<?>>query();
    }

    /** What is typed has found one ticket, which can be linked. */
    private static void one(FxRobot robot) throws Exception {
        Hands.until(() -> found(robot).getItems().size() == 1 && !robot.lookup("#link").query().isDisabled());
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static String row(String column, String subject) {
        return String.valueOf(test.ask("select " + column + " from ticket_links where ticket_subject = '" + subject
                + "' order by linked_at desc limit 1"));
    }

    @Test
    void whatIsTypedIsFoundAndEnterLinksIt(FxRobot robot) throws Exception {
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        robot.write("vpn drops");
        one(robot);
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "link-light.png"));
        robot.type(KeyCode.ENTER);

        Hands.until(() -> !linked.isEmpty());
        assertThat(linked).containsExactly("VPN drops long sessions");
        assertThat(left).containsExactly("away");
        assertThat(row("session_id", "VPN drops long sessions")).isEqualTo(session.id().toString());
        assertThat(row("integration_type", "VPN drops long sessions")).isNotBlank();
        assertThat(row("ticket_state", "VPN drops long sessions")).isEqualTo("waiting");
        assertThat(row("link_type", "VPN drops long sessions")).isEqualTo("resolves");
        assertThat(row("client_id is not null", "VPN drops long sessions")).isEqualTo("1");
    }

    @Test
    void theSameTicketIsNotLinkedTwiceAndNothingIsLost(FxRobot robot) throws Exception {
        for (var time = 0; time < 2; time++) {
            open(robot, ofSession());
            Hands.until(() -> robot.lookup("#query").query().isFocused());
            robot.write("DC03");
            one(robot);
            robot.type(KeyCode.ENTER);
            var times = time;
            Hands.until(() -> times == 0 ? linked.size() == 1 : !said(robot, "#refused").isEmpty());
        }

        assertThat(said(robot, "#refused")).contains("linked");
        assertThat(robot.lookup("#query").queryAs(TextField.class).getText()).isEqualTo("DC03");
        assertThat(test.ask("select count(*) from ticket_links where ticket_subject = 'Backup of DC03 failed'"))
                .isEqualTo("1");
    }

    @Test
    void aPastedNumberChoosesItsSystem(FxRobot robot) throws Exception {
        open(robot, LinkTarget.NONE);
        Hands.until(() -> robot.lookup("#connection").<ComboBox<?>>query().getItems().size() == 2);
        robot.interact(() -> robot.lookup("#connection").<ComboBox<?>>query().getSelectionModel()
                .select(robot.lookup("#connection").<ComboBox<?>>query().getItems().stream()
                        .map(String::valueOf).toList().indexOf(name(robot, "syncro"))));
        robot.interact(() -> robot.lookup("#query").queryAs(TextField.class).setText("T20261120.0005"));

        Hands.until(() -> found(robot).getItems().size() == 1);
        assertThat(String.valueOf(robot.lookup("#connection").<ComboBox<?>>query().getValue())).startsWith("autotask");
    }

    private static String name(FxRobot robot, String begins) {
        return robot.lookup("#connection").<ComboBox<?>>query().getItems().stream().map(String::valueOf)
                .filter(each -> each.startsWith(begins)).findFirst().orElseThrow();
    }

    @Test
    void aTicketWithoutAnOwnerIsRefusedWithTheRule(FxRobot robot) throws Exception {
        open(robot, LinkTarget.NONE);
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        robot.write("T20261120.0007");
        var owner = robot.lookup("#client").queryAs(ChoicePicker.class);
        one(robot);
        Hands.until(() -> owner.getValue() != null);
        robot.interact(() -> owner.setValue(null));
        robot.type(KeyCode.ENTER);

        Hands.until(() -> !said(robot, "#refused").isEmpty());
        assertThat(linked).isEmpty();
    }

    @Test
    void aLockedVaultIsOpenedWhereItIsNeeded(FxRobot robot) throws Exception {
        credentials.vault().lock();
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#locked").query().isVisible());
        Hands.until(() -> robot.lookup("#password").query().isFocused());
        robot.write("wrong horse battery").type(KeyCode.ENTER);
        Hands.until(() -> robot.lookup(".problem-bar").query().isVisible());
        robot.write(SealedCredentials.PASSWORD).type(KeyCode.ENTER);
        Hands.until(() -> credentials.vault().isOpen() && robot.lookup("#query").query().isFocused());
        Hands.until(() -> !robot.lookup("#locked").query().isVisible());
        robot.write("printer");
        Hands.until(() -> found(robot).getItems().size() > 10);
        assertThat(robot.lookup("#link").queryAs(Button.class).isDisabled()).isFalse();
    }

    @Test
    void arrowsChooseAndEscapeLeaves(FxRobot robot) throws Exception {
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        robot.write("printer");
        Hands.until(() -> found(robot).getItems().size() > 10);
        robot.type(KeyCode.DOWN, 2).type(KeyCode.UP);
        assertThat(found(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(left).containsExactly("away");
        assertThat(linked).isEmpty();
    }

    @Test
    void whatWasFoundForAnOlderTextIsNotLinked(FxRobot robot) throws Exception {
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        robot.write("DC03");
        one(robot);
        robot.interact(() -> {
            robot.lookup("#query").queryAs(TextField.class).setText("DC03 no more");
            robot.lookup("#query").query().fireEvent(new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Hands.until(() -> found(robot).getItems().isEmpty());

        assertThat(linked).isEmpty();
    }

    @Test
    void anOlderRequestGivesWayToTheNext(FxRobot robot) throws Exception {
        var stub = Objects.requireNonNull(STUBS.get(Vendor.SYNCRO));
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#connection").<ComboBox<?>>query().getItems().size() == 2);
        robot.interact(() -> robot.lookup("#connection").<ComboBox<?>>query().getSelectionModel()
                .select(robot.lookup("#connection").<ComboBox<?>>query().getItems().stream()
                        .map(String::valueOf).toList().indexOf(name(robot, "syncro"))));
        stub.server().setGlobalFixedDelay(3000);
        try {
            robot.interact(() -> robot.lookup("#query").queryAs(TextField.class).setText("18010"));
            Hands.until(TicketLinkingTest::pending);
            Thread.sleep(300);
            robot.interact(() -> robot.lookup("#query").queryAs(TextField.class).setText("18011"));
            Thread.sleep(300);
        } finally {
            stub.server().setGlobalFixedDelay(0);
        }

        Hands.until(() -> found(robot).getItems().size() == 1
                && String.valueOf(found(robot).getItems().getFirst()).contains("floor 11"));
        Hands.until(() -> "1".equals(test.ask("select count(*) from external_integrations where created_by = 'kim' "
                + "and request_data like '%18010%' and outcome = 'failed' and response_data like '%cancelled%'")));
    }

    private static boolean pending() {
        return !"0".equals(test.ask("select count(*) from external_integrations where outcome = 'pending' "
                + "and request_data like '%18010%'"));
    }

    @Test
    void whoseATicketIsIsKnownFromTheLinkBefore(FxRobot robot) throws Exception {
        test.outside("delete from integration_mappings");
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        robot.write("T20261120.0009");
        one(robot);
        robot.type(KeyCode.ENTER);
        Hands.until(() -> !linked.isEmpty());
        assertThat(test.ask("select external_name from integration_mappings")).isEqualTo("Brightwater Legal");

        open(robot, LinkTarget.NONE);
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        robot.write("T20261120.0011");
        var mapped = test.ask("select c.name from integration_mappings m join clients c on c.id = m.client_id");
        Hands.until(() -> robot.lookup("#client").queryAs(Button.class).getText().equals(mapped));
        one(robot);
        robot.type(KeyCode.ENTER);
        Hands.until(() -> linked.size() == 2);
    }

    @Test
    void aTicketOfAnotherClientIsWarnedOf(FxRobot robot) throws Exception {
        test.outside("delete from integration_mappings",
                "insert into integration_mappings (id, integration_type, external_kind, external_id, client_id) "
                        + "select uuid(), 'autotask', 'customer', "
                        + (1000 + Math.floorMod("Calder Valley".hashCode(), 1_000_000)) + ", id from clients "
                        + "where name = 'Brightwater Legal LLP'");
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        robot.write("T20261120.0010");

        Hands.until(() -> robot.lookup("#another").queryAs(Label.class).isVisible());
        assertThat(said(robot, "#another")).contains("Brightwater Legal LLP");
        robot.interact(() -> robot.lookup("#query").queryAs(TextField.class).setText("T20261120.0011"));
        Hands.until(() -> !robot.lookup("#another").queryAs(Label.class).isVisible());
    }

    @Test
    void whatNoSearchFindsIsEnteredByHand(FxRobot robot) throws Exception {
        open(robot, ofSession());
        Hands.until(() -> robot.lookup("#query").query().isFocused());
        Hands.until(() -> robot.lookup("#session").queryAs(Button.class).getText().equals(session.label()));
        robot.interact(() -> robot.lookup("#byHand").queryAs(Button.class).fire());
        assertThat(left).containsExactly("away", "by hand " + session.id());
    }
}
