package dev.rackside.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.access.AccessService;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.workspace.WorkspaceCopy.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A local workspace with sample data, and a team's server over TLS. */
@Tag("long")
class WorkspaceCopyTest {

    private static final WorkspaceCopy.Progress SILENT = (_, _, _) -> {
    };

    private static final int ROWS = 1_200;

    @SuppressWarnings("NullAway.Init")
    private static Path home;
    @SuppressWarnings("NullAway.Init")
    private static TlsServer team;
    @SuppressWarnings("NullAway.Init")
    private static OpenWorkspace local;
    private WorkspaceCopy copy;

    @BeforeAll
    static void start() throws Exception {
        home = TestFolders.fresh("copies");
        Files.createDirectories(home.resolve("cache"));
        Files.createSymbolicLink(home.resolve("cache").resolve("server"),
                Path.of("target", "server-programs").toAbsolutePath());
        team = TlsServer.start(TestServer.program(), "copy-team");
        local = new WorkspaceOpener(places(), AccessService.ENTITIES, () -> false)
                .open(new Workspace.Local("Desk", home.resolve("desk"), "mara"), _ -> {
                });
        try (var connection = local.database().dataSource().getConnection()) {
            fill(connection);
        }
    }

    /** Enough for some chunks, in tables that hang on each other; the whole sample is copied by CopierTest. */
    private static void fill(Connection connection) throws SQLException {
        var client = UUID.randomUUID().toString();
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO clients (id, name, type) VALUES ('" + client + "', 'Calder', 'msp_client')");
        }
        try (var tags = connection.prepareStatement("INSERT INTO tags (id, name) VALUES (?, ?)");
                var machines = connection.prepareStatement("INSERT INTO infrastructure (id, client_id, hostname,"
                        + " asset_type) VALUES (?, '" + client + "', ?, 'other')")) {
            for (var i = 0; i < ROWS; i++) {
                for (var insert : List.of(tags, machines)) {
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setString(2, "N" + i);
                    insert.addBatch();
                }
            }
            tags.executeBatch();
            machines.executeBatch();
        }
    }

    @AfterAll
    static void stop() {
        local.close();
        team.close();
        TestFolders.delete(home);
    }

    @BeforeEach
    void prepare() {
        copy = toTeam();
    }

    @AfterEach
    void close() throws SQLException {
        copy.close();
        statement("DROP DATABASE empty", "CREATE DATABASE empty");
    }

    private static Places places() {
        return Places.below(home);
    }

    private static Workspace.Team settings() {
        return new Workspace.Team("Team", List.of(team.host("127.0.0.1")), "empty", TlsServer.WRITER, null);
    }

    private static WorkspaceCopy toTeam() {
        return WorkspaceCopy.toTeam(local, settings(), TlsServer.PASSWORD.toCharArray());
    }

    @Test
    void localWorkspaceMovesToATeamAndBackAsACopy() throws Exception {
        var preview = copy.preview();
        assertThat(preview.tablesNeeded()).isTrue();
        assertThat(preview.refused()).isFalse();
        assertThat(preview.rows()).isGreaterThan(2 * ROWS);
        var steps = EnumSet.noneOf(Step.class);

        var there = copy.run(true, (step, _, fraction) -> {
            steps.add(step);
            assertThat(fraction).isBetween(0.0, 1.0);
        });

        assertThat(steps).contains(Step.COPY, Step.COMPARE).doesNotContain(Step.CLEAR);
        assertThat(there.same()).isTrue();
        assertThat(there.rows()).isEqualTo(preview.rows()).isEqualTo(there.copied());

        var back = new Workspace.Local("Back", home.resolve("back"), "mara");
        var opener = new WorkspaceOpener(places(), AccessService.ENTITIES, () -> false);
        try (var opened = opener.open(settings(), TlsServer.PASSWORD.toCharArray(), _ -> {
        }); var again = WorkspaceCopy.toLocal(opened, back, places())) {
            assertThat(again.preview().rows()).isEqualTo(preview.rows());
            var here = again.run(true, SILENT);
            assertThat(here.same()).isTrue();
            assertThat(here.rows()).isEqualTo(preview.rows());
        }
        try (var opened = opener.open(back, _ -> {
        })) {
            assertThat(opened.who().username()).isEqualTo("mara");
        }
    }

    @Test
    void lookingLeavesTheRulesOfTheOpenWorkspaceOn() throws SQLException {
        assertThat(copy.preview().tablesNeeded()).isTrue();
        var source = local.database().dataSource();
        try (var one = source.getConnection(); var other = source.getConnection()) {
            for (var connection : List.of(one, other)) {
                try (var asked = connection.createStatement();
                        var found = asked.executeQuery("SELECT @@foreign_key_checks + @@check_constraint_checks")) {
                    found.next();
                    assertThat(found.getInt(1)).isEqualTo(2);
                }
            }
        }
    }

    @Test
    void targetWithRowsOfItsOwnIsRefused() {
        copy.run(true, SILENT);
        statement("INSERT INTO empty.clients (id, name, type) VALUES (UUID(), 'Somebody else', 'msp_client')");
        var preview = copy.preview();
        assertThat(preview.refused()).isTrue();
        assertThat(preview.targetRows()).isEqualTo(preview.rows() + 1);
        assertThatCode(ErrorCode.COPY_TARGET_FILLED, () -> copy.run(true, SILENT));
        assertThat(copy.compare(SILENT).tables()).filteredOn(table -> !table.same()).singleElement()
                .satisfies(table -> assertThat(table.extra()).isEqualTo(1));
    }

    @Test
    void completeCopyIsNotReplaced() {
        copy.run(false, SILENT);
        assertThat(copy.preview().refused()).isTrue();
        assertThatCode(ErrorCode.COPY_TARGET_FILLED, () -> copy.run(true, SILENT));
    }

    @Test
    void whatABrokenOffCopyLeftIsReplaced() {
        copy.run(true, SILENT);
        statement("DELETE FROM empty.tags", "DELETE FROM empty.infrastructure LIMIT 3");
        var preview = copy.preview();
        assertThat(preview.begun()).isTrue();
        assertThat(preview.refused()).isFalse();
        assertThatCode(ErrorCode.COPY_BEGUN, () -> copy.run(false, SILENT));
        var steps = EnumSet.noneOf(Step.class);
        assertThat(copy.run(true, (step, _, _) -> steps.add(step)).same()).isTrue();
        assertThat(steps).contains(Step.CLEAR);
    }

    @Test
    void cancelledCopyLeavesNoRow() {
        assertThatThrownBy(() -> copy.run(true, (step, _, fraction) -> {
            if (step == Step.COPY && fraction > 0.5) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        var preview = copy.preview();
        assertThat(preview.targetRows()).isZero();
        assertThat(preview.tablesNeeded()).isFalse();
    }

    @Test
    void cancelledCopyToThisComputerLeavesNoFolder() {
        var made = new Workspace.Local("Never", home.resolve("never"), "mara");
        try (var here = WorkspaceCopy.toLocal(local, made, places())) {
            assertThatThrownBy(() -> here.run(true, (step, _, _) -> {
                if (step == Step.COPY) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
        }
        assertThat(made.directory()).doesNotExist();
    }

    @Test
    void serverThatDiesInTheMidstIsToldAndTheNextTryGoesThrough() throws Exception {
        var killed = new boolean[1];
        assertThatThrownBy(() -> copy.run(true, (step, _, fraction) -> {
            if (step == Step.COPY && fraction > 0.5 && !killed[0]) {
                killed[0] = true;
                team.kill();
            }
        })).asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.COPY_BROKEN));
        team.restart();
        assertThat(copy.preview().begun()).isTrue();
        assertThat(copy.run(true, SILENT).same()).isTrue();
    }

    @Test
    void databaseThatIsNotForRacksideIsRefusedBeforeAnythingIsWritten() {
        statement("CREATE TABLE empty.work_items (id CHAR(36) NOT NULL PRIMARY KEY)");
        assertThatCode(ErrorCode.SCHEMA_FOREIGN, WorkspaceCopyTest::toTeam);
    }

    private static void assertThatCode(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static void statement(String... statements) {
        try (var connection = new Workspace.Team("Team", List.of(team.host("127.0.0.1")), "msp", TlsServer.WRITER, null)
                .address().connect(TlsServer.PASSWORD.toCharArray()); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
