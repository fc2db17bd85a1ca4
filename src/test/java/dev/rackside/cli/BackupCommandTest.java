package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BackupCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("backup-command");
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void aBackupIsTakenAndProvedAndADamagedOneIsToldByTheExitCode() throws IOException {
        assertThat(Ran.of("", "backup", "verify", "--latest").code()).as("there is none")
                .isEqualTo(ExitCode.NOT_PROVED);

        var ran = Ran.of("", "backup", "now", "--json");
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.OK);
        var told = new JsonMapper().readTree(ran.out());
        assertThat(told.path("backup").path("outcome").asString()).isEqualTo("succeeded");
        assertThat(told.path("proofs").path(0).path("status").asString()).isEqualTo("passed");
        assertThat(told.path("proofs").path(0).path("asAsked").asBoolean()).isTrue();
        assertThat(ran.err()).contains("Dumping", "Restoring", "Comparing");
        var id = told.path("backup").path("id").asString();
        var file = Path.of(told.path("backup").path("file").asString());
        assertThat(file).startsWith(home.toRealPath()).exists();

        assertThat(Ran.of("", "backup", "verify", "--all-unverified").code()).as("nothing is left to prove")
                .isEqualTo(ExitCode.OK);
        var manifest = file.resolveSibling(file.getFileName() + ".manifest.json");
        Files.move(manifest, manifest.resolveSibling("aside"));
        assertThat(Ran.of("", "backup", "verify", id, "--level", "hash").code()).isEqualTo(ExitCode.NOT_PROVED);
        Files.move(manifest.resolveSibling("aside"), manifest);
        Files.write(file, new byte[9]);
        var damaged = Ran.of("", "backup", "verify", "--latest", "--level", "hash");
        assertThat(damaged.code()).as(damaged.all()).isEqualTo(ExitCode.DOES_NOT_HOLD);
        assertThat(damaged.out()).contains(id, "The file was cut short");
    }

    @Test
    void aBackupThatCannotBeTakenIsToldByTheExitCode() throws IOException {
        var occupied = Files.createFile(home.resolve("a file"));
        var nowhere = Ran.of("", "backup", "now", "--to", occupied.toString());
        assertThat(nowhere.code()).as(nowhere.all()).isEqualTo(ExitCode.NOT_TAKEN);
        assertThat(nowhere.err()).contains(occupied.toString(), System.getProperty("user.name"));
        var noTools = Ran.of("", "backup", "now", "--tools", home.toString());
        assertThat(noTools.code()).as(noTools.all()).isEqualTo(ExitCode.PROBLEM);
        var quick = Ran.of("", "backup", "now", "--verify", "none", "--type", "daily", "--to",
                home.resolve("elsewhere").toString());
        assertThat(quick.code()).as(quick.all()).isEqualTo(ExitCode.OK);
        assertThat(home.resolve("elsewhere")).isNotEmptyDirectory();
        assertThat(Ran.of("", "backup").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "backup", "verify").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "backup", "verify", "--latest", "--all-unverified").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "backup", "now", "--verify", "well").code()).isEqualTo(ExitCode.USAGE);
    }
}
