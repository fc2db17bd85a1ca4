package dev.rackside.instance;

import dev.rackside.fault.Problem;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceLink;
import dev.rackside.workspace.Workspaces;
import java.util.Optional;

/**
 * What a start is about, as far as it tells two windows apart.
 *
 * @param name of a workspace that is known here, or is about to be; empty for the page where a workspace is chosen
 * @param known false where a start is about something that isn't here: no other window can help it
 */
record Wanted(String name, boolean known) {

    /** The page where a workspace is chosen. */
    static final Wanted CHOICE = new Wanted("", true);
    private static final Wanted NOWHERE = new Wanted("", false);

    static Wanted named(String name) {
        return new Wanted(name, true);
    }

    /** Reads the file of workspaces, and the link where there is one. */
    static Wanted of(Start start, Workspaces workspaces) {
        try {
            if (start.workspace() != null) {
                return of(workspaces.named(start.workspace())).orElse(NOWHERE);
            }
            if (start.demo() || start.sample()) {
                return named(start.demo() ? Start.DEMO : Start.SAMPLE);
            }
            if (start.link() != null) {
                var link = LinkFile.read(start.link());
                return of(link.among(workspaces.all()))
                        .orElse(link instanceof WorkspaceLink.Team ? CHOICE : NOWHERE);
            }
            return of(workspaces.last()).orElse(CHOICE);
        } catch (Problem _) {
            // Whoever asked meets the same problem, and shows it.
            return NOWHERE;
        }
    }

    private static Optional<Wanted> of(Optional<Workspace> workspace) {
        return workspace.map(found -> named(found.name()));
    }

    boolean same(Wanted other) {
        return known && other.known && name.equalsIgnoreCase(other.name);
    }
}
