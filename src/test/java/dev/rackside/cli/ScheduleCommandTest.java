package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("long")
class ScheduleCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("schedule-command");
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void aScheduleIsAddedSeenSwitchedAndRun() throws IOException {
        var to = home.resolve("nightly").toString();
        var tried = Ran.of("", "schedule", "add", "Nightly", "--cron", "0 30 2 * * MON-FRI", "--to", to, "--dry-run");
        assertThat(tried.code()).as(tried.all()).isEqualTo(ExitCode.OK);
        assertThat(tried.out()).contains("Nightly is due at 02:30 every day between Monday and Friday").hasLineCount(6);
        assertThat(tried.err()).contains("There is no folder " + to);
        assertThat(Ran.of("", "schedule", "list").out()).as("only said").isEmpty();

        var odd = Ran.of("", "schedule", "add", "Odd", "--cron", "30 2 * * *", "--to", to);
        assertThat(odd.code()).isEqualTo(ExitCode.USAGE);
        assertThat(odd.err()).contains("Times: second");
        var added = Ran.of("", "schedule", "add", "Nightly", "--cron", "0 30 2 * * *", "--to", to, "--zone", "UTC",
                "--verify", "parse", "--keep", "7", "--json");
        assertThat(added.code()).as(added.all()).isEqualTo(ExitCode.OK);
        var told = new JsonMapper().readTree(added.out());
        assertThat(told.path("added").asBoolean()).isTrue();
        assertThat(told.path("next")).hasSize(5);
        assertThat(told.path("folderIsHere").asBoolean(true)).isFalse();
        assertThat(Ran.of("", "schedule", "add", "nightly", "--cron", "0 30 2 * * *", "--to", to).code())
                .as("the name is taken").isEqualTo(ExitCode.USAGE);

        var ran = Ran.of("", "schedule", "run", "nightly", "--json");
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.OK);
        assertThat(new JsonMapper().readTree(ran.out()).path("backup").path("file").asString()).startsWith(
                home.resolve("nightly").toRealPath().toString());
        assertThat(home.resolve("nightly")).isDirectoryContaining("glob:**.sql.zst");
        assertThat(ran.err()).contains("Nightly: the backup is taken");

        assertThat(Ran.of("", "schedule", "add", "Here", "--cron", "0 30 2 * * *", "--to", to, "--dry-run").err())
                .doesNotContain("There is no folder");

        var off = Ran.of("", "schedule", "disable", "Nightly");
        assertThat(off.code()).as(off.all()).isEqualTo(ExitCode.OK);
        assertThat(off.out()).contains("Off").contains("taken by ");
        var on = new JsonMapper().readTree(Ran.of("", "schedule", "enable", "Nightly", "--json").out());
        assertThat(on.path("enabled").asBoolean()).isTrue();
        assertThat(on.path("nextRunAt").asString()).endsWith("T02:30:00Z");
        assertThat(on.path("slots").path(0).path("outcome").asString()).isEqualTo("succeeded");
        assertThat(Ran.of("", "schedule", "list").code()).isEqualTo(ExitCode.OK);
        assertThat(Ran.of("", "schedule", "run", "nobody").code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(Ran.of("", "schedule").code()).isEqualTo(ExitCode.USAGE);
    }
}
