package dev.rackside.plan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.Msp360Stub;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.Screen;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.MappingService;
import dev.rackside.integration.Outside;
import dev.rackside.integration.ui.MappingDoors;
import dev.rackside.integration.ui.MappingScreen;
import dev.rackside.plan.Msp360;
import dev.rackside.plan.PlanPoll;
import dev.rackside.plan.PlanService;
import dev.rackside.row.Choice;
import dev.rackside.session.SessionService;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Clients' backups in the real screens, asked for at a system that answers as MSP360's does. */
@ExtendWith(ApplicationExtension.class)
class PlanScreenTest {

    private static final UUID BRIGHTWATER = UUID.randomUUID();
    private static final Msp360Stub STUB = new Msp360Stub(0);

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;

    private final List<UUID> mappingsShown = new ArrayList<>();
    private final List<UUID> exchangesShown = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private Background background;

    @BeforeAll
    static void open(@TempDir Path folder) {
        test = TestDatabase.migrated("plan_screen",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES,
                        ClientService.ENTITIES, MachineService.ENTITIES, SessionService.ENTITIES,
                        PlanService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
        STUB.start();
        credentials.put(ExchangeSystem.MSP_BACKUPS, Msp360Stub.LOGIN, STUB.base().toString(),
                "{\"ownNetwork\": true}", Map.of(Place.PASSWORD, Msp360Stub.PASSWORD));
        test.outside("insert into clients (id, name, type) values ('" + BRIGHTWATER
                + "', 'Brightwater Legal LLP', 'msp_client'), (uuid(), 'Calder Valley Housing Trust', 'msp_client')");
        test.outside("insert into infrastructure (id, client_id, hostname, asset_type) values (uuid(), '" + BRIGHTWATER
                + "', 'DC01', 'physical_server')");
    }

    @AfterAll
    static void close() {
        STUB.close();
        outside.close();
        credentials.close();
        test.close();
    }

    @BeforeEach
    void tell() {
        test.outside("delete from client_backup_plans");
        test.outside("delete from integration_mappings");
        var now = Instant.now();
        STUB.tell(List.of(
                plan("1", "Image of DC01", "Brightwater Legal", "DC01", "Error", now.minus(2, ChronoUnit.HOURS)),
                plan("2", "Files of FS02", "Calder Valley Housing", "FS02", "Success", now.minus(5, ChronoUnit.HOURS)),
                plan("3", "Databases of SQL01", "Calder Valley Housing", "SQL01", "Success",
                        now.minus(4, ChronoUnit.DAYS)),
                plan("4", "Image of WS-014", "Larkfield Dental", "WS-014", "Warning", now.minus(1, ChronoUnit.HOURS))),
                Map.of("c1", "Brightwater Legal", "c2", "Calder Valley Housing", "c3", "Larkfield Dental"));
    }

    private static Map<String, Object> plan(String id, String name, String company, String computer, String status,
            Instant last) {
        var row = new LinkedHashMap<String, Object>();
        row.put("PlanId", id);
        row.put("PlanName", name);
        row.put("CompanyName", company);
        row.put("ComputerName", computer);
        row.put("PlanType", "VMBackup");
        row.put("StorageType", "Wasabi");
        row.put("Status", status);
        row.put("LastStart", last.toString());
        row.put("NextStart", last.plus(1, ChronoUnit.DAYS).toString());
        row.put("DataCopied", 12_345_678_901L);
        row.put("Duration", "00:14:02");
        row.put("FilesCopied", 1204);
        row.put("FilesFailed", 3);
        row.put("ErrorMessage", status.equals("Error") ? "The network path was not found. (Code: 1003)" : "");
        return row;
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        background = Background.threads(new Failures());
    }

    private PlanScreen plans() {
        var poll = new PlanPoll(test.database(), credentials.signIns(), new Msp360(outside), () -> "kim");
        return new PlanScreen(new PlanService(test.database()), poll, background, scope, new PlanActs(_ -> {
        }, _ -> {
        }, mappingsShown::add, () -> {
        }, exchangesShown::add, said::add));
    }

    private MappingScreen mappings() {
        var clients = new ClientService(test.database());
        var machines = new MachineService(test.database());
        return new MappingScreen(new MappingDoors(new MappingService(test.database(), () -> "kim"),
                text -> clients.choices(text, 50), text -> machines.choices(null, text, 50), _ -> 0), background);
    }

    private <S extends Screen> Hands show(FxRobot robot, S screen) {
        var hands = new ArrayList<Hands>();
        robot.interact(() -> hands.add(new Hands(stage, screen)));
        return hands.getFirst();
    }

    private static String ask(String sql) {
        return String.valueOf(test.ask(sql));
    }

    @Test
    void plansAreFetchedByKeyboardAndOneShowsItsRuns(FxRobot robot) throws Exception {
        var hands = show(robot, plans());
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        Hands.until(() -> !said.isEmpty());
        assertThat(said).singleElement().asString().contains("4 plans").contains("4 new runs").contains("1 failed")
                .contains("1 overdue");
        hands.rows();
        hands.photos(robot, "plans-list");
        robot.type(KeyCode.DOWN).type(KeyCode.HOME);
        robot.type(KeyCode.ENTER);
        Hands.until(() -> Hands.title(robot).equals("Image of DC01"));
        Hands.until(() -> robot.lookup("#runs .hyperlink").tryQuery().isPresent());
        assertThat(robot.lookup("#error").queryLabeled().getText()).startsWith("The network path");
        hands.photos(robot, "plans");
        robot.interact(() -> robot.lookup("#runs .hyperlink").queryAs(Hyperlink.class).fire());
        robot.interact(() -> robot.lookup("#owners .hyperlink").queryAs(Hyperlink.class).fire());
        assertThat(exchangesShown).hasSize(1);
        assertThat(mappingsShown).hasSize(1);
    }

    @Test
    void suggestionsAreTakenTogetherAndTakenBack(FxRobot robot) throws Exception {
        new PlanPoll(test.database(), credentials.signIns(), new Msp360(outside), () -> "kim").run(() -> false);
        var hands = show(robot, mappings());
        hands.rows();
        Hands.until(() -> robot.lookup("#suggest").queryButton().getText().startsWith("2"));
        robot.push(KeyCode.SHIFT, KeyCode.U);
        Hands.until(() -> robot.lookup(".check-box").tryQuery().isPresent());
        hands.photos(robot, "mapping-suggestions");
        robot.type(KeyCode.ENTER);
        Hands.until(() -> ask("select count(*) from integration_mappings where mapped_by = 'kim'").equals("2"));
        assertThat(ask("select client_id from integration_mappings where external_id = 'c1'"))
                .isEqualTo(BRIGHTWATER.toString());
        Hands.until(() -> robot.lookup("#suggest").queryButton().isDisable());
        hands.photos(robot, "mappings");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        Hands.until(() -> ask("select count(*) from integration_mappings where client_id is not null "
                + "or infrastructure_id is not null").equals("0"));
    }

    @Test
    void oneSuggestionIsTakenByItsKey(FxRobot robot) throws Exception {
        new PlanPoll(test.database(), credentials.signIns(), new Msp360(outside), () -> "kim").run(() -> false);
        var screen = mappings();
        var hands = show(robot, screen);
        hands.rows();
        var id = UUID.fromString(ask("select id from integration_mappings where external_id = 'c1'"));
        robot.interact(() -> screen.show(id));
        Hands.until(() -> Hands.title(robot).equals("Brightwater Legal")
                && robot.lookup("#use").queryButton().isVisible());
        hands.photos(robot, "mapping");
        robot.type(KeyCode.U);
        Hands.until(() -> ask("select count(*) from integration_mappings where client_id is not null").equals("1"));
    }
}
