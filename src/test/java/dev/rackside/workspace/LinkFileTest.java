package dev.rackside.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFileTest {

    private static final String TEAM = """
            {"format": 1, "kind": "team", "name": "Our team", "hosts": ["db1.example:3306", "db2.example"],
             "database": "msp_tracking", "tls": "verified"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void teamIsWrittenWithoutItsAccountAndReadBack() throws IOException {
        var team = new Workspace.Team("Our team", List.of(new Host("db1.example", 3307), new Host("fd00::12", 3306)),
                "msp_tracking", "mara.ellis", null);
        var file = LinkFile.write(team, folder.resolve("our"), false);
        assertThat(file).hasFileName("our.rackside").content().doesNotContain("mara", "account", "password",
                "null");
        assertThat(LinkFile.read(file))
                .isEqualTo(new WorkspaceLink.Team("Our team", team.hosts(), "msp_tracking", null));
    }

    @Test
    void localWorkspaceIsItsNameAlone() throws IOException {
        var local = new Workspace.Local("My desk", folder.resolve("desk"), "mara");
        var file = LinkFile.write(local, folder.resolve("desk.rackside"), false);
        assertThat(file).content().doesNotContain(folder.toString(), "mara", "null");
        assertThat(LinkFile.read(file)).isEqualTo(new WorkspaceLink.Local("My desk"));
        assertThat(LinkFile.read(file).among(List.of(local))).contains(local);
    }

    @Test
    void certificateGoesAlongAndTheKeyBesideItDoesNot() throws Exception {
        var made = Certificate.make(folder.resolve("certificate"), "dns:db1.example");
        var both = Files.writeString(folder.resolve("both.pem"),
                Files.readString(made.key()) + Files.readString(made.certificate()));
        var team = new Workspace.Team("Our team", List.of(new Host("db1.example", 3306)), "msp", "mara", both);
        var file = LinkFile.write(team, folder.resolve("our.rackside"), false);
        assertThat(file).content().contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE KEY");

        var workspaces = new Workspaces(Places.below(folder));
        var linked = LinkedTeam.of((WorkspaceLink.Team) LinkFile.read(file), workspaces);
        assertThat(linked.trusted()).singleElement()
                .satisfies(trusted -> assertThat(trusted.subject()).isEqualTo("CN=server"))
                .satisfies(trusted -> assertThat(trusted.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"));
        var kept = Path.of(String.valueOf(linked.draft().certificate()));
        assertThat(Pem.certificates(Files.readString(kept)))
                .isEqualTo(Pem.certificates(Files.readString(made.certificate())));
    }

    @Test
    void fileThatIsThereStays() throws IOException {
        var local = new Workspace.Local("My desk", folder, "mara");
        var file = Files.writeString(folder.resolve("my.rackside"), "mine");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> LinkFile.write(local, file, false))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ALREADY_THERE));
        assertThat(file).hasContent("mine");
        LinkFile.write(local, file, true);
        assertThat(LinkFile.read(file).name()).isEqualTo("My desk");
    }

    @Test
    void onlyTheVerySameHostsAreAKnownTeam() throws IOException {
        var link = LinkFile.read(Files.writeString(folder.resolve("team.rackside"), TEAM));
        var same = team("Ours", "DB2.example", "db1.example");
        var fewer = team("Our team", "db1.example");
        var more = team("Our team", "db1.example", "db2.example", "db3.example");
        var other = new Workspace.Team("Our team", same.hosts(), "another", "mara", null);
        assertThat(link.among(List.of(fewer, more, other))).isEmpty();
        assertThat(link.among(List.of(fewer, same))).contains(same);
        var named = team("our TEAM", "db1.example", "db2.example");
        assertThat(link.among(List.of(same, named))).contains(named);
    }

    @Test
    void nameThatIsTakenReplacesNoWorkspace() {
        var workspaces = new Workspaces(Places.below(folder));
        workspaces.keep(team("Our team", "db9.example"));
        workspaces.keep(team("our team (2)", "db8.example"));
        var link = new WorkspaceLink.Team("Our team", List.of(new Host("evil.example", 3306)), "msp", null);
        var draft = LinkedTeam.of(link, workspaces).draft();
        assertThat(draft.name()).isEqualTo("Our team (3)");
        assertThat(draft.account()).isEmpty();
        assertThat(draft.certificate()).isNull();
    }

    @Test
    void newerFormatIsToldAsSuch() throws IOException {
        var file = Files.writeString(folder.resolve("new.rackside"), "{\"format\": 2, \"what\": \"ever\"}");
        assertThat(problem(file).code()).isEqualTo(ErrorCode.LINK_NEWER);
        assertThat(problem(file).arguments()).containsExactly("new.rackside", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "1", "{}", "{\"format\": \"1\"}", "{\"format\": 1}",
            "{\"format\": 1, \"kind\": \"local\"}", "{\"format\": 1, \"kind\": \"local\", \"name\": \"  \"}",
            "{\"format\": 1, \"kind\": \"local\", \"name\": 7}",
            "{\"format\": 1, \"kind\": \"local\", \"name\": \"x\", \"hosts\": []}",
            "{\"format\": 1, \"kind\": \"local\", \"name\": \"x\"} {}",
            "{\"format\": 1, \"kind\": \"local\", \"name\": \"x\", \"name\": \"y\"}",
            "{\"format\": 1, \"kind\": \"folder\", \"name\": \"x\"}"})
    void whatIsNoLinkIsRefused(String content) throws IOException {
        refused(content);
    }

    @Test
    void teamThatIsNotJustSoIsRefused() throws IOException {
        refused(TEAM.replace("\"tls\"", "\"password\": \"x\", \"tls\""));
        refused(TEAM.replace("\"tls\"", "\"account\": \"mara\", \"tls\""));
        refused(TEAM.replace("verified", "off"));
        refused(TEAM.replace(", \"tls\": \"verified\"", ""));
        refused(TEAM.replace("[\"db1.example:3306\", \"db2.example\"]", "[]"));
        refused(TEAM.replace("\"db1.example:3306\"", "null"));
        refused(TEAM.replace("\"db1.example:3306\"", "[\"db1\"]"));
        refused(TEAM.replace("db1.example:3306", "db1.example:99999"));
        refused(TEAM.replace("db1.example:3306", "a, b"));
        refused(TEAM.replace("db1.example:3306", "db1?sslMode=disable"));
        refused(TEAM.replace("db1.example", "db1.ex\u0430mple"));
        refused(TEAM.replace("msp_tracking", "msp?sslMode=disable"));
        refused(TEAM.replace("\"verified\"", "\"verified\", \"certificates\": \"none\""));
        refused(TEAM.replace("\"verified\"",
                "\"verified\", \"certificates\": \"-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----\""));
    }

    @Test
    void largeFileAndNoFileAreRefused() throws IOException {
        refused(TEAM + " ".repeat(64 * 1024));
        assertThat(problem(folder).code()).isEqualTo(ErrorCode.LINK_UNREADABLE);
        assertThat(problem(folder.resolve("gone.rackside")).code()).isEqualTo(ErrorCode.LINK_UNREADABLE);
    }

    @Test
    void hostOfAnotherScriptIsWrittenAsTheNetworkHasIt() {
        var team = team("Team", "b\u00fccher.example");
        var file = LinkFile.write(team, folder.resolve("team.rackside"), false);
        assertThat(LinkFile.read(file)).isInstanceOfSatisfying(WorkspaceLink.Team.class,
                link -> assertThat(link.hosts()).containsExactly(new Host("xn--bcher-kva.example", 3306)));
        assertThat(LinkFile.read(file).among(List.of(team))).contains(team);
    }

    private static Workspace.Team team(String name, String... hosts) {
        return new Workspace.Team(name, List.of(hosts).stream().map(host -> new Host(host, 3306)).toList(),
                "msp_tracking", "mara", null);
    }

    private void refused(String content) throws IOException {
        var file = Files.writeString(folder.resolve("some.rackside"), content);
        assertThat(problem(file).code()).as(content).isEqualTo(ErrorCode.LINK_UNREADABLE);
        assertThat(problem(file).arguments().getLast()).doesNotContain("!");
    }

    private static Problem problem(Path file) {
        try {
            return new Problem(ErrorCode.OUTCOME_UNKNOWN, LinkFile.read(file));
        } catch (Problem problem) {
            return problem;
        }
    }
}
