package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestServer;
import dev.rackside.server.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BackupRecordsCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("backup-command");
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void backupsAreListedAndOldOnesRemovedOnlyWhenSaidSo() throws SQLException, IOException {
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
        var target = Files.createDirectories(home.resolve("target")).toRealPath();
        fill(target);

        var listed = Ran.of("", "backup", "list", "--limit", "3");
        assertThat(listed.code()).as(listed.all()).isEqualTo(ExitCode.OK);
        assertThat(listed.out().lines()).hasSize(3);
        assertThat(listed.out()).contains("Daily", "Proved", target.resolve("1.sql").toString());
        var json = new JsonMapper().readTree(Ran.of("", "backup", "list", "--limit", "0", "--json").out());
        assertThat(json.size()).isEqualTo(10);
        assertThat(json.path(0).path("grade").asString()).isEqualTo("proved");

        var looked = Ran.of("", "backup", "prune", "--dry-run");
        assertThat(looked.code()).as(looked.all()).isEqualTo(ExitCode.OK);
        assertThat(looked.out()).contains("Nightly: The newest 4. 4 stay, 6 go.", "Not among the newest 4",
                "The newest proved, always kept");
        var told = new JsonMapper().readTree(Ran.of("", "backup", "prune", "--dry-run", "--json").out());
        assertThat(told.path("schedules").path(0).path("backups").path(9).path("goes").asBoolean()).isTrue();
        assertThat(told.path("removed").size()).isZero();
        assertThat(Ran.of("no\n", "backup", "prune").code()).isEqualTo(ExitCode.DECLINED);
        assertThat(Ran.of("", "backup", "prune", "--dry-run", "--yes").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "backup", "prune", "--json").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "backup").code()).isEqualTo(ExitCode.USAGE);
        assertThat(target.resolve("10.sql")).exists();

        var removed = Ran.of("", "backup", "prune", "--yes");
        assertThat(removed.code()).as(removed.all()).isEqualTo(ExitCode.OK);
        assertThat(removed.out()).contains("6 files removed, 0 left.");
        assertThat(target.resolve("10.sql")).doesNotExist();
        assertThat(target.resolve("4.sql")).exists();
        assertThat(Ran.of("", "backup", "prune", "--yes").out()).contains("4 stay, 0 go.");
    }

    private void fill(Path target) throws SQLException, IOException {
        for (var day = 1; day <= 10; day++) {
            Files.writeString(target.resolve(day + ".sql"), "dump");
        }
        var directory = home.resolve("data").resolve("workspaces").resolve("desk");
        try (var server = LocalServer.open(directory, TestServer.program());
                var connection = DriverManager.getConnection(server.jdbcUrl(), server.account().user(),
                        server.account().password());
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO backup_schedules (id, name, backup_type, cron_expression, time_zone, "
                    + "target_directory, retention_count) VALUES ('00000000-0000-0000-0000-000000000001', 'Nightly', "
                    + "'daily', '0 0 2 * * *', 'UTC', '" + target + "', 4)");
            statement.execute("INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, "
                    + "backup_started_at, backup_completed_at, verification_status, verification_details, outcome, "
                    + "schedule_id, slot_at, taken_by) SELECT uuid(), 'daily', concat('" + target + "/', seq, '.sql'), "
                    + "4, utc_timestamp(6) - INTERVAL seq DAY, utc_timestamp(6) - INTERVAL seq DAY, 'passed', "
                    + "'{\"level\": \"compare\"}', 'succeeded', '00000000-0000-0000-0000-000000000001', "
                    + "utc_timestamp(6) - INTERVAL seq DAY, 'mara' FROM seq_1_to_10");
        }
    }
}
