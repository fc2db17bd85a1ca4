package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.settings.Settings;
import dev.rackside.settings.SettingsFile;
import dev.rackside.text.Messages;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.LocalDraft;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.TeamDraft;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceLink;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Every naughty string through what a workstation keeps in files of its own: workspaces and settings. */
class NaughtyFilesTest {

    /** What Windows takes for a device, with or without an ending. */
    private static final String DEVICE = "(?i)(con|prn|aux|nul|com\\d|lpt\\d)";

    private static List<String> strings = List.of();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @BeforeAll
    static void read() {
        strings = Naughty.strings();
    }

    @Test
    void localWorkspaceIsKeptUnderItsNameInAFolderThatAnySystemMakes() throws IOException {
        var workspaces = new Workspaces(Places.below(home));
        var kept = 0;
        for (var text : strings) {
            var broken = new LocalDraft(text, "mara", false).violations();
            if (broken.isEmpty()) {
                kept++;
                var local = workspaces.newLocal(text, "mara");
                assertThat(local.name()).isEqualTo(text.strip());
                assertThat(local.directory().getFileName().toString()).as(text).matches("[a-z0-9][a-z0-9-]*")
                        .doesNotMatch(DEVICE);
                assertThat(local.directory().getParent()).isEqualTo(home.resolve("data").resolve("workspaces"));
                Files.createDirectories(local.directory());
                workspaces.keep(local);
                workspaces.opened(local);
                var again = new Workspaces(Places.below(home));
                assertThat(again.last()).as(text).contains(local);
                Files.createDirectories(again.settings(local));
            } else {
                said(broken, "name");
            }
        }
        assertThat(kept).isGreaterThan(250);
    }

    @Test
    void linkIsReadAsItWasWrittenOrRefusedInWords() {
        var workspaces = new Workspaces(Places.below(home));
        var read = 0;
        for (var text : strings) {
            if (new LocalDraft(text, "mara", false).violations().isEmpty()) {
                var local = workspaces.newLocal(text, "mara");
                assertThat(LinkFile.nameFor(local)).as(text).matches("[^/\\\\:*?\"<>|\\p{Cntrl}]+\\.rackside")
                        .doesNotStartWith(".");
                var file = LinkFile.write(local, home.resolve("a-link"), true);
                assertThat(LinkFile.read(file)).as(text).isEqualTo(new WorkspaceLink.Local(local.name()));
            }
            for (var draft : List.of(new TeamDraft(text, "db1", "msp", "mara", null),
                    new TeamDraft("Team", text, "msp", "mara", null),
                    new TeamDraft("Team", "db1", text, "mara", null))) {
                read += draft.violations().isEmpty() && linked(draft.team()) ? 1 : 0;
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    private boolean linked(Workspace.Team team) {
        var file = LinkFile.write(team, home.resolve("b-link"), true);
        try {
            var link = LinkFile.read(file);
            assertThat(link.name()).isEqualTo(team.name());
            assertThat(link.among(List.of(team))).contains(team);
            return true;
        } catch (Problem refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.LINK_UNREADABLE);
            assertThat(refused.arguments().getLast()).doesNotContain("!");
            return false;
        }
    }

    @Test
    void ownerIsKeptOrRefusedInWords() {
        for (var text : strings) {
            var workspaces = new Workspaces(Places.below(home));
            var broken = new LocalDraft("Desk", text, false).violations();
            if (broken.isEmpty()) {
                workspaces.keep(workspaces.newLocal("Desk", text));
                assertThat(new Workspaces(Places.below(home)).named("desk")).get()
                        .isInstanceOfSatisfying(Workspace.Local.class,
                                local -> assertThat(local.owner()).isEqualTo(text));
            } else {
                said(broken, "owner");
            }
        }
    }

    @Test
    void teamIsKeptAsItWasTypedOrRefusedInWords() {
        var valid = new TeamDraft("Team", "db1.example", "msp", "mara", null);
        for (var text : strings) {
            for (var draft : Map.of("name", new TeamDraft(text, valid.hosts(), valid.database(), valid.account(), null),
                    "hosts", new TeamDraft("Team", text, valid.database(), valid.account(), null),
                    "database", new TeamDraft("Team", valid.hosts(), text, valid.account(), null),
                    "account", new TeamDraft("Team", valid.hosts(), valid.database(), text, null),
                    "certificate", new TeamDraft("Team", valid.hosts(), valid.database(), valid.account(), text))
                    .entrySet()) {
                keep(draft.getKey(), draft.getValue());
            }
        }
    }

    private void keep(String field, TeamDraft draft) {
        var broken = draft.violations();
        if (broken.isEmpty()) {
            var team = draft.team();
            var workspaces = new Workspaces(Places.below(home));
            workspaces.keep(team);
            assertThat(new Workspaces(Places.below(home)).named(team.name())).as("%s: %s", field, draft).contains(team);
            assertThat(team.hostList()).isNotBlank();
            assertThat(TeamDraft.of(team).team()).isEqualTo(team);
            workspaces.forget(team);
        } else {
            said(broken, field);
        }
    }

    @Test
    void settingsThatMakeNoSenseAreTheUsualOnes() throws IOException {
        var file = home.resolve(SettingsFile.NAME);
        var json = JsonMapper.shared();
        var usual = Settings.DEFAULT;
        for (var text : strings) {
            Files.write(file, json.writeValueAsString(Map.of("theme", "?" + text, "density", "?" + text, "zone",
                    "?" + text, "logLevel", "?" + text, "startPage", "?" + text)).getBytes(StandardCharsets.UTF_8));
            var read = new SettingsFile(home).read();
            assertThat(read).as(text).isEqualTo(usual.withStartPage(read.startPage()));
            new SettingsFile(home).write(read);
            assertThat(new SettingsFile(home).read()).as(text).isEqualTo(read);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            assertThat(new SettingsFile(home).read()).as(text).isEqualTo(usual);
        }
    }

    private static void said(List<Violation> broken, String field) {
        assertThat(broken).allSatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(Messages.get(violation.key(), violation.arguments().toArray())).isNotBlank();
        });
    }
}
