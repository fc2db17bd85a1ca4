package dev.rackside.workspace;

import java.util.Optional;

/**
 * Where the passwords of team workspaces are kept between two starts. They are never written to a file of Rackside's;
 * where there is no safe place, nothing is kept and the person is asked each time. All methods may take seconds (the
 * system may ask the person to unlock its keyring), so never on the screen thread.
 */
public interface Passwords {

    /** Whether there is a place to keep them. */
    boolean available();

    /** The password that was kept; the caller wipes it after use. Empty also where the place can't be read. */
    Optional<char[]> find(Workspace.Team team);

    /**
     * Keeps a password, in place of the one that was kept.
     *
     * @param password not changed; the caller wipes it after use
     * @return whether it is kept now
     */
    boolean keep(Workspace.Team team, char[] password);

    /** Forgets what was kept; nothing where nothing was. */
    void forget(Workspace.Team team);

    /** The account at the server and database: a workspace that is renamed keeps its password. */
    static String nameOf(Workspace.Team team) {
        return team.account() + "@" + team.address().hostList() + "/" + team.database();
    }
}
