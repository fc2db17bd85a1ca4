package dev.rackside.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void whatIsKeptIsReadBackTheSame() {
        var kept = new Workspaces(Places.below(home));
        var local = kept.newLocal("Mara's desk", "mara");
        var team = new Workspace.Team("Team", List.of(new Host("db1.example", 3306), new Host("fd00::12", 3307)), "msp",
                "mara.ellis", Path.of("/etc/ssl/ca.pem"));
        kept.keep(local);
        kept.keep(team);
        kept.opened(team);
        var read = new Workspaces(Places.below(home));
        assertThat(read.all()).containsExactly(local, team);
        assertThat(read.last()).contains(team);
        assertThat(read.named("TEAM")).contains(team);
    }

    @Test
    void forgottenWorkspaceIsNotOpenedNextTimeAndKeepsItsData() throws Exception {
        var kept = new Workspaces(Places.below(home));
        var local = kept.newLocal("Desk", "mara");
        Files.createDirectories(local.directory());
        kept.keep(local);
        kept.opened(local);
        kept.forget(local);
        assertThat(kept.all()).isEmpty();
        assertThat(kept.last()).isEmpty();
        assertThat(local.directory()).exists();
    }

    @Test
    void newWorkspacesNeverShareAFolder() {
        var kept = new Workspaces(Places.below(home));
        var one = kept.newLocal("Desk!", "mara");
        kept.keep(one);
        assertThat(kept.newLocal("Desk?", "mara").directory()).isNotEqualTo(one.directory());
    }

    @Test
    void damagedFileIsToldAndLeftAsItIs() throws Exception {
        var file = home.resolve("config").resolve("workspaces.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{ \"local\": [ oops");
        var kept = new Workspaces(Places.below(home));
        assertThatThrownBy(kept::all).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.WORKSPACE_DAMAGED));
        assertThatThrownBy(() -> kept.keep(new Workspace.Local("Desk", home, "mara"))).isInstanceOf(Problem.class);
        assertThat(file).hasContent("{ \"local\": [ oops");
    }
}
