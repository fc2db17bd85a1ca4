package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceLink;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command line makes of a start of the window. */
class WindowCommandTest {

    private static final Workspace.Team TEAM = new Workspace.Team("Our team",
            List.of(new Host("db1.example", 3306)), "msp", "mara", null);

    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws IOException {
        home = Ran.home("window-command");
        new Workspaces(Places.below(home)).keep(TEAM);
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void windowIsOpenedWithWhatWasNamed() {
        assertThat(Ran.of("").windows()).containsExactly("null");
        assertThat(Ran.of("", "--workspace", "Our team").windows()).containsExactly("Our team");
        assertThat(Ran.of("", "workspace", "open", "our TEAM").windows()).containsExactly("Our team");
        assertThat(Ran.of("", "--workspace=Our team").windows()).containsExactly("Our team");
        assertThat(Ran.of("", "--sample").windows()).hasSize(1);
        assertThat(Ran.of("", "--demo").windows()).hasSize(1);
        assertThat(Ran.of("", "--workspace", "--sample").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void secondStartSaysThatTheFirstWindowCameForward() {
        var begun = Instance.begin(Places.below(home), new Start("Our team", false, false));
        try (var window = ((Instance.Begun.Here) begun).instance()) {
            for (var args : List.of(List.of("--workspace", "our team"), List.of("workspace", "open", "Our team"))) {
                var ran = Ran.of("", args.toArray(String[]::new));
                assertThat(ran.code()).isEqualTo(ExitCode.OK);
                assertThat(ran.windows()).isEmpty();
                assertThat(ran.err().strip()).isEqualTo(
                        "Rackside is already open on \u201cOur team\u201d; its window was brought forward.");
                assertThat(ran.out()).isEmpty();
            }
            window.occupy(null);
            assertThat(Ran.of("", "--workspace", "our team").windows()).containsExactly("our team");
        }
        assertThat(Ran.of("", "--workspace", "our team").windows()).as("the window was closed").hasSize(1);
    }

    @Test
    void linkIsWrittenAndFollowed() {
        var file = home.resolve("team.rackside");
        var written = Ran.of("", "workspace", "link", "our team", "--to", home.resolve("team").toString());
        assertThat(written.code()).as(written.err()).isEqualTo(ExitCode.OK);
        assertThat(written.out().strip()).isEqualTo("The link is in " + file);
        assertThat(LinkFile.read(file)).isEqualTo(new WorkspaceLink.Team("Our team", TEAM.hosts(), "msp", null));
        assertThat(Ran.of("", file.toString()).windows()).containsExactly(file.toString());

        var again = Ran.of("", "workspace", "link", "our team", "--to", file.toString());
        assertThat(again.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(Ran.of("", "workspace", "link", "Nowhere", "--to", file.toString()).code())
                .isEqualTo(ExitCode.PROBLEM);
        assertThat(Ran.of("", "workspace", "link", "our team").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void linkGoesWithNothingElse() {
        var ran = Ran.of("", "team.rackside", "--demo");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("A workspace link says what to open");
        assertThat(ran.windows()).isEmpty();
    }

    @Test
    void commandThatWasTypedWrongIsNoLink() {
        var ran = Ran.of("", "doctr");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("doctr", "doctor");
        assertThat(ran.windows()).isEmpty();
    }
}
