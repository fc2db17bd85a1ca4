package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupService;
import dev.rackside.access.AccessService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Pins;
import dev.rackside.credential.VaultService;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("long")
class BackupKeyCommandTest {

    static final String PASSWORD = "four words of no kin";

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("backup-key-command");
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    static void makeVault() {
        var places = Places.ofThisWorkstation();
        var workspaces = new Workspaces(places);
        var local = (Workspace.Local) workspaces.last().orElseThrow();
        var entities = Stream.of(AccessService.ENTITIES, CredentialService.ENTITIES, BackupService.ENTITIES)
                .flatMap(Set::stream).collect(Collectors.<Class<?>>toSet());
        try (var opened = new WorkspaceOpener(places, entities, () -> false).open(local, _ -> {
        });
                var vault = new VaultService(opened.database(), opened.who(),
                        new Pins(workspaces.settings(local).resolve("vault.properties")))) {
            vault.create(PASSWORD.toCharArray()).close();
        }
    }

    private static Ran key(String... more) {
        return Ran.of(PASSWORD + "\n", Stream.concat(Stream.of("backup", "key"), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void backupsAreEncryptedFromTheFirstKeyOnAndKeysAreRotatedFetchedAndTurnedOff() throws IOException {
        assertThat(Ran.of("", "backup", "key").code()).isEqualTo(ExitCode.USAGE);
        assertThat(key("status").out()).contains("not encrypted");
        makeVault();
        assertThat(key("create").code()).as("nobody is at the terminal").isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("other words of no skin\n", "backup", "key", "create", "--vault-password-stdin").code())
                .isEqualTo(ExitCode.PROBLEM);
        assertThat(key("rotate", "--vault-password-stdin").code()).isEqualTo(ExitCode.USAGE);
        var made = key("create", "--vault-password-stdin");
        assertThat(made.code()).as(made.all()).isEqualTo(ExitCode.OK);
        assertThat(made.out()).contains("generation 1", "backup-keys");

        var now = Ran.of("", "backup", "now", "--json");
        assertThat(now.code()).as(now.all()).isEqualTo(ExitCode.OK);
        var json = new JsonMapper().readTree(now.out());
        assertThat(json.path("backup").path("file").asString()).endsWith(".sql.zst.enc");
        var id = json.path("backup").path("id").asString();

        assertThat(key("create", "--vault-password-stdin").code()).isEqualTo(ExitCode.USAGE);
        assertThat(key("rotate", "--vault-password-stdin").out()).contains("generation 2");
        var keys = home.resolve("config").resolve("backup-keys");
        try (Stream<Path> copies = Files.list(keys)) {
            for (var copy : copies.toList()) {
                Files.delete(copy);
            }
        }
        assertThat(key("status").out()).contains("can take none");
        var missing = Ran.of("", "backup", "verify", id);
        assertThat(missing.code()).as(missing.all()).isEqualTo(ExitCode.NOT_PROVED);
        assertThat(missing.out()).contains("generation 1");
        assertThat(Ran.of("", "backup", "now").code()).isEqualTo(ExitCode.NOT_TAKEN);

        assertThat(key("fetch", "--vault-password-stdin").out()).contains("2 keys");
        var status = new JsonMapper().readTree(key("status", "--json").out());
        assertThat(status.path("generation").asInt()).isEqualTo(2);
        assertThat(status.path("newestHere").asBoolean()).isTrue();
        assertThat(Ran.of("", "backup", "verify", id, "--level", "parse").code()).isEqualTo(ExitCode.OK);
        assertThat(key("off", "--vault-password-stdin").code()).isEqualTo(ExitCode.OK);
        assertThat(key("status").out()).contains("not encrypted");
    }
}
