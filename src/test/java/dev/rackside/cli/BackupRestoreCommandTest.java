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
class BackupRestoreCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("restore-command");
        assertThat(Ran.of("", "workspace", "create", "Desk", "--sample").code()).isEqualTo(ExitCode.OK);
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void aBackupIsRestoredAndEveryOtherEndHasACodeOfItsOwn() {
        assertThat(Ran.of("", "backup", "restore", "--newest", "--yes").code()).as("there is none")
                .isEqualTo(ExitCode.NOT_RESTORED);
        var taken = Ran.of("", "backup", "now", "--verify", "none", "--json");
        var id = new JsonMapper().readTree(taken.out()).path("backup").path("id").asString();

        var ran = Ran.of("", "backup", "restore", id, "--into", "copy", "--yes", "--json");
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.OK);
        var told = new JsonMapper().readTree(ran.out());
        assertThat(told.path("target").asString()).isEqualTo("copy");
        assertThat(told.path("same").asBoolean()).isTrue();
        assertThat(told.path("rows").asLong()).isPositive();
        var file = new JsonMapper().readTree(taken.out()).path("backup").path("file").asString();
        assertThat(Ran.of("", "backup", "restore", "--file", file + "x", "--yes").code())
                .isEqualTo(ExitCode.NOT_RESTORED);
        assertThat(ran.err()).contains("Reading the backup", "Loading", "Comparing");

        var again = Ran.of("", "backup", "restore", "--newest", "--into", "copy", "--yes", "--json");
        assertThat(again.code()).as(again.all()).isEqualTo(ExitCode.NOT_RESTORED);
        assertThat(new JsonMapper().readTree(again.out()).path("problem").asString())
                .isEqualTo("restore-name-refused");

        var declined = Ran.of("no\n", "backup", "restore", "--newest");
        assertThat(declined.code()).as(declined.all()).isEqualTo(ExitCode.DECLINED);
        assertThat(declined.out()).contains("rackside_restored_");

        var live = Ran.of("yes\n", "backup", "restore", "--file", file, "--over-live", "rackside");
        assertThat(live.code()).as(live.all()).isEqualTo(ExitCode.OK);
        assertThat(live.out()).contains("Everything in rackside goes", "rackside is restored",
                "What was there before is in");
        assertThat(live.err()).contains("thrown away", "Backing up what is there");

        var table = Ran.of("", "backup", "restore", "--newest-passed", "--table", "ticket_links", "--yes");
        assertThat(table.code()).as(table.all()).isEqualTo(ExitCode.OK);
        assertThat(table.out()).contains("ticket_links_restored_", "no foreign keys");
    }

    @Test
    void whatDoesNotGoTogetherIsMisused() {
        for (var options : new String[][]{{}, {"--newest", "--newest-passed"},
                {"--newest", "--into", "x", "--table", "y"}, {"--newest", "--as", "x"},
                {"--newest", "--over-live", "x", "--into", "y"}, {"--newest", "--json"}}) {
            var args = new String[options.length + 2];
            args[0] = "backup";
            args[1] = "restore";
            System.arraycopy(options, 0, args, 2, options.length);
            assertThat(Ran.of("", args).code()).as(String.join(" ", args)).isEqualTo(ExitCode.USAGE);
        }
    }
}
