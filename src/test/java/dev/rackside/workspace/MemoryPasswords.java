package dev.rackside.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A keyring that lasts as long as a test. */
public final class MemoryPasswords implements Passwords {

    private final Map<String, String> kept = new HashMap<>();

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Optional<char[]> find(Workspace.Team team) {
        return Optional.ofNullable(kept.get(Passwords.nameOf(team))).map(String::toCharArray);
    }

    @Override
    public boolean keep(Workspace.Team team, char[] password) {
        kept.put(Passwords.nameOf(team), new String(password));
        return true;
    }

    @Override
    public void forget(Workspace.Team team) {
        kept.remove(Passwords.nameOf(team));
    }
}
