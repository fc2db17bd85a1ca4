package dev.rackside.ticket.ui;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.VendorStub;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.YesDialogs;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Outside;
import dev.rackside.row.Choice;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.RemoteTicket;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.TicketState;
import dev.rackside.ticket.Vendor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Notes are written and statuses looked after from the list of links. */
@ExtendWith(ApplicationExtension.class)
class TicketNoteTest {

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;
    private static VendorStub stub;
    private static TicketService tickets;
    private static UUID client;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final StackPane front = new StackPane();
    @SuppressWarnings("NullAway.Init")
    private TicketScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Hands hands;
    private UUID link = UUID.randomUUID();

    @BeforeAll
    static void open(@TempDir Path folder) {
        test = TestDatabase.migrated("notes",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES,
                        ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
        tickets = new TicketService(test.database(), () -> "kim");
        stub = Vendor.SYNCRO.stub();
        stub.start();
        Vendor.SYNCRO.credential(credentials, stub);
        client = UUID.randomUUID();
        test.outside("insert into clients (id, name, type) values ('" + client + "', 'Brightwater', 'msp_client')");
    }

    @AfterAll
    static void close() {
        stub.close();
        outside.close();
        credentials.close();
        test.close();
    }

    @Start
    void start(Stage stage) {
        stub.start();
        stub.clear();
        stub.add(Vendor.SYNCRO.tickets());
        test.outside("delete from ticket_links", "delete from external_integrations");
        link = tickets.link(new RemoteTicket(Vendor.SYNCRO.system(), "5003", "18003", "Printer on floor 3 is jammed",
                "New", TicketState.OPEN, null, null, stub.base() + "/tickets/5003", null)
                .linked(client, null, LinkType.RELATED, null)).id();
        screen = new TicketScreen(Doors.of(test, credentials, List.of(Vendor.SYNCRO.gateway(outside))),
                Background.threads(new Failures()), new YesDialogs(), scope,
                new TicketActs(_ -> {
                }, opened::add, _ -> {
                }, said::add, () -> {
                }, new TicketActs.Front() {
                    @Override
                    public void show(Node node) {
                        front.getChildren().setAll(node);
                        var root = ((javafx.scene.layout.Pane) stage.getScene().getRoot()).getChildren();
                        if (!root.contains(front)) {
                            root.add(front);
                        }
                    }

                    @Override
                    public void away() {
                        ((javafx.scene.layout.Pane) stage.getScene().getRoot()).getChildren().remove(front);
                    }
                }));
        hands = new Hands(stage, screen);
    }

    private void write(FxRobot robot, String text) throws Exception {
        hands.rows();
        robot.interact(() -> screen.show(link));
        Hands.until(() -> Hands.title(robot).startsWith("Printer"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        Hands.until(() -> robot.lookup("#text").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#text").queryAs(TextArea.class).setText(text));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> front(robot, id).fire());
    }

    private static Button front(FxRobot robot, String id) {
        return robot.lookup(".front-pane").lookup(id).queryAs(Button.class);
    }

    private static List<String> notes() {
        return stub.ticket("5003").orElseThrow().notes();
    }

    @Test
    void aNoteForTheTeamGoesOutAtOnce(FxRobot robot) throws Exception {
        write(robot, "Cleared the jam.");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        Hands.until(() -> !said.isEmpty());
        assertThat(said).containsExactly("The note stands in 18003.");
        assertThat(notes()).singleElement().asString().contains("Cleared the jam.").contains("\"hidden\":true");
        assertThat(robot.lookup(".front-pane").tryQuery()).isEmpty();
    }

    @Test
    void theCustomerSeesOnlyWhatWasShownBefore(FxRobot robot) throws Exception {
        write(robot, "It prints again.");
        press(robot, "#customer");
        Hands.until(() -> robot.lookup("#preview").queryAs(Label.class).getText().contains("It prints again."));
        assertThat(robot.lookup("#preview").queryAs(Label.class).getText()).contains("\"hidden\" : false");
        assertThat(notes()).isEmpty();
        press(robot, "#send");

        Hands.until(() -> !said.isEmpty());
        assertThat(notes()).singleElement().asString().contains("\"hidden\":false");
    }

    @Test
    void escLeadsBackFromWhatWouldBeSentToTheText(FxRobot robot) throws Exception {
        write(robot, "It prints again.");
        press(robot, "#customer");
        Hands.until(() -> front(robot, "#send").isVisible());
        assertThat(front(robot, "#back").isFocused()).isTrue();

        robot.type(KeyCode.ESCAPE);

        Hands.until(() -> !front(robot, "#send").isVisible());
        assertThat(robot.lookup("#text").queryAs(TextArea.class).isFocused()).isTrue();
        assertThat(robot.lookup("#text").queryAs(TextArea.class).getText()).isEqualTo("It prints again.");
        assertThat(notes()).isEmpty();
    }

    @Test
    void whatNobodyKnowsTheOutcomeOfIsNotSentAgainByItself(FxRobot robot) throws Exception {
        stub.server().stubFor(any(urlMatching(".*comment")).atPriority(1)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        write(robot, "Cleared the jam.");
        press(robot, "#add");
        Hands.until(() -> front(robot, "#look").isVisible());

        assertThat(front(robot, "#add").getText()).isEqualTo("It isn't there: send again");
        assertThat(robot.lookup("#text").queryAs(TextArea.class).getText()).isEqualTo("Cleared the jam.");
        assertThat(test.ask("select count(*) from external_integrations where outcome = 'unknown'")).isEqualTo("1");
        press(robot, "#look");
        assertThat(opened).hasSize(1);
        stub.start();
        press(robot, "#add");
        Hands.until(() -> !said.isEmpty());
        assertThat(notes()).hasSize(1);
    }

    @Test
    void whoSendsToTheCustomerAndLosesTheConnectionIsOfferedToLook(FxRobot robot) throws Exception {
        write(robot, "It prints again.");
        press(robot, "#customer");
        Hands.until(() -> front(robot, "#send").isVisible());
        stub.server().stubFor(any(urlMatching(".*comment")).atPriority(1)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        press(robot, "#send");

        Hands.until(() -> front(robot, "#look").isVisible());
        assertThat(shown(front(robot, "#look"))).isTrue();
        assertThat(front(robot, "#send").getText()).isEqualTo("It isn't there: send again");
        press(robot, "#look");
        assertThat(opened).hasSize(1);
    }

    @Test
    void aNoteThatIsClosedOnItsWayComesBackWhereItFails(FxRobot robot) throws Exception {
        stub.server().stubFor(any(urlMatching(".*comment")).atPriority(1)
                .willReturn(aResponse().withStatus(422).withBody("{\"error\":\"Closed\"}").withFixedDelay(1500)));
        write(robot, "Cleared the jam.");
        press(robot, "#add");
        robot.type(KeyCode.ESCAPE);
        Hands.until(() -> robot.lookup(".front-pane").tryQuery().isEmpty());

        Hands.until(() -> robot.lookup(".front-pane").tryQuery().isPresent());
        assertThat(robot.lookup("#text").queryAs(TextArea.class).getText()).isEqualTo("Cleared the jam.");
        assertThat(said).isEmpty();
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aNoteWithoutTextIsRefusedWhereItIsTyped(FxRobot robot) throws Exception {
        write(robot, "  ");
        press(robot, "#add");

        Hands.until(() -> robot.lookup("#refused").queryAs(Label.class).isVisible());
        assertThat(robot.lookup("#refused").queryAs(Label.class).getText()).startsWith("Text");
        assertThat(test.ask("select count(*) from external_integrations")).isEqualTo("0");
    }

    @Test
    void whatChangedIsSaidAndListed(FxRobot robot) throws Exception {
        hands.rows();
        robot.push(KeyCode.SHIFT, KeyCode.F5);

        Hands.until(() -> !said.isEmpty());
        assertThat(said).containsExactly("1 ticket looked after: 1 closed.");
        Hands.until(() -> robot.lookup("Status check").tryQuery().isPresent());
        hands.photos(robot, "status-check");
        assertThat(robot.lookup("New → Resolved").tryQuery()).isPresent();
    }
}
