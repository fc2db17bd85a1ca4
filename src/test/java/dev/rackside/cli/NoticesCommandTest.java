package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.notice.MailServer;
import dev.rackside.backup.notice.TlsKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NoticesCommandTest {

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws java.io.IOException {
        home = Ran.home("notices-command");
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void mailIsSetUpTriedShownAndTurnedOff() throws Exception {
        assertThat(Ran.of("", "workspace", "create", "Desk").code()).isEqualTo(ExitCode.OK);
        var keys = TlsKeys.make(home.resolve("keys"), "dns:localhost");
        assertThat(Ran.of("", "notices").code()).isEqualTo(ExitCode.USAGE);
        var off = Ran.of("", "notices", "show");
        assertThat(off.code()).as(off.all()).isEqualTo(ExitCode.OK);
        assertThat(off.out()).contains("Mail: off", "Zapier: off");
        var bare = Ran.of("", "notices", "test", "mail");
        assertThat(bare.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(bare.err()).contains("Nothing is sent by mail from this workstation.");
        var incomplete = Ran.of("", "notices", "mail", "--server", "smtp.example.com", "--from", "nobody");
        assertThat(incomplete.code()).isEqualTo(ExitCode.USAGE);
        assertThat(incomplete.err()).contains("Sender: Plain addresses");

        try (var server = MailServer.startTls(keys)) {
            var set = Ran.of("", "notices", "mail", "--server", "localhost", "--server-port",
                    Integer.toString(server.port()), "--from", "rackside@example.com", "--to",
                    "kim@example.com,mara@example.com", "--authority", keys.certificate().toString(), "--events",
                    "failed,overdue", "--json");
            assertThat(set.code()).as(set.all()).isEqualTo(ExitCode.OK);
            var told = new JsonMapper().readTree(set.out());
            assertThat(told.path("mail").path("to").size()).isEqualTo(2);
            assertThat(told.path("mail").path("events").toString()).isEqualTo("[\"failed\",\"overdue\"]");
            assertThat(told.path("zapier").isNull()).isTrue();
            var tested = Ran.of("", "notices", "test", "mail", "--json");
            assertThat(tested.code()).as(tested.all()).isEqualTo(ExitCode.OK);
            assertThat(new JsonMapper().readTree(tested.out()).path("answer").asString())
                    .isEqualTo("250 2.0.0 queued as 4711");
            assertThat(server.mails()).singleElement().asString().contains("Subject: Test of notices: Desk");
        }
        var down = Ran.of("", "notices", "test", "mail", "--json");
        assertThat(down.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(new JsonMapper().readTree(down.out()).path("delivered").asBoolean()).isFalse();
        assertThat(down.err()).contains("does not answer");

        assertThat(Ran.of("", "notices", "show").out()).contains("Mail to kim@example.com, mara@example.com by "
                + "localhost:", ": Failed, Overdue");
        assertThat(Ran.of("", "notices", "off", "mail").out()).contains("Mail: off");
        try (var files = Files.walk(home.resolve("config"))) {
            assertThat(files.filter(file -> file.endsWith("notices.json"))).hasSize(1);
        }
    }

    @Test
    void anAddressInsteadOfAWorkspaceIsWrongUsage() {
        var ran = Ran.of("", "notices", "show", "--host", "db", "--database", "msp", "--account", "ana");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("set up per workspace");
    }
}
