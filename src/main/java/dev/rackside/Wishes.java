package dev.rackside;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.instance.Start;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.LinkedTeam;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceLink;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a start is about; blocks while it reads. */
final class Wishes {

    private final Workspaces workspaces;

    Wishes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /**
     * What is to be opened.
     *
     * @param workspace null for none that is known
     * @param offered a team's settings that came with a link, to be looked at by a person first
     */
    record Wish(@Nullable Workspace workspace, @Nullable LinkedTeam offered) {}

    /** @throws Problem WORKSPACE_UNKNOWN; LINK_UNREADABLE and what else a link can be */
    Wish of(Start start) {
        var link = start.link();
        if (link != null) {
            return followed(link);
        }
        var name = start.workspace();
        if (name != null) {
            return new Wish(workspaces.named(name).orElseThrow(() -> unknown(name)), null);
        }
        return new Wish(start.demo()
                ? local(Start.DEMO)
                : start.sample() ? local(Start.SAMPLE) : workspaces.last().orElse(null), null);
    }

    private Wish followed(Path file) {
        var link = LinkFile.read(file);
        Optional<Workspace> known = link.among(workspaces.all());
        return switch (link) {
            case WorkspaceLink.Local local -> new Wish(known.orElseThrow(() -> unknown(local.name())), null);
            case WorkspaceLink.Team team -> known.map(found -> new Wish(found, null))
                    .orElseGet(() -> new Wish(null, LinkedTeam.of(team, workspaces)));
        };
    }

    private Workspace local(String name) {
        return workspaces.named(name).orElseGet(() -> {
            var local = workspaces.newLocal(name, System.getProperty("user.name"));
            workspaces.keep(local);
            return local;
        });
    }

    private static Problem unknown(String name) {
        return new Problem(ErrorCode.WORKSPACE_UNKNOWN, name);
    }
}
