package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestServer;
import dev.rackside.server.LocalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("long")
class ExchangesCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("exchanges-command");
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void oldExchangesAreShownAndRemovedOnlyWhenSaidSo() throws SQLException {
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
        in("INSERT INTO external_integrations (id, integration_type, action, outcome, created_at) SELECT UUID(), "
                + "'zapier', 'created', elt(1 + seq % 3, 'succeeded', 'failed', 'unknown'), '2019-01-01' + interval seq day "
                + "FROM seq_1_to_900");

        var looked = Ran.of("", "exchanges", "prune", "--dry-run");
        assertThat(looked.code()).as(looked.all()).isEqualTo(ExitCode.OK);
        assertThat(looked.out()).contains("600 exchanges are old enough", "zapier", "600, 2019-01-02 to 2021-06-19");
        var told = new JsonMapper().readTree(Ran.of("", "exchanges", "prune", "--dry-run", "--json").out());
        assertThat(told.path("count").asInt()).isEqualTo(600);
        assertThat(told.path("removed").asInt()).isZero();
        assertThat(told.path("due").path(0).path("system").asString()).isEqualTo("zapier");
        assertThat(Ran.of("no\n", "exchanges", "prune").code()).isEqualTo(ExitCode.DECLINED);
        assertThat(Ran.of("", "exchanges", "prune", "--dry-run", "--yes").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "exchanges", "prune", "--json").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "exchanges").code()).isEqualTo(ExitCode.USAGE);
        assertThat(in("SELECT COUNT(*) FROM external_integrations")).isEqualTo("900");

        in("UPDATE api_users SET role = 'technician'");
        var refused = Ran.of("", "exchanges", "prune", "--yes");
        assertThat(refused.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(refused.err()).contains("no administrator of this workspace", "Nothing was removed");
        in("UPDATE api_users SET role = 'administrator'");

        var removed = Ran.of("", "exchanges", "prune", "--yes");
        assertThat(removed.code()).as(removed.all()).isEqualTo(ExitCode.OK);
        assertThat(removed.out()).contains("600 exchanges were removed");
        assertThat(in("SELECT group_concat(DISTINCT outcome) FROM external_integrations")).isEqualTo("unknown");
    }

    private String in(String sql) throws SQLException {
        var directory = home.resolve("data").resolve("workspaces").resolve("desk");
        try (var server = LocalServer.open(directory, TestServer.program());
                var connection = DriverManager.getConnection(server.jdbcUrl(), server.account().user(),
                        server.account().password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
