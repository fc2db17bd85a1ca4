package dev.rackside.credential;

import java.util.Optional;

/**
 * Where this workstation keeps secrets of its own beside the vault: the operating system's keyring. All methods may
 * take seconds, so never on the screen thread.
 */
public interface Keychain {

    /** What was kept under a name; the caller wipes it. Empty also where there is no keyring or it can't be read. */
    Optional<char[]> find(String name);

    /**
     * Keeps a secret, in place of the one that was kept.
     *
     * @param secret not changed; the caller wipes it
     * @return whether it is kept now
     */
    boolean keep(String name, char[] secret);

    /** Forgets what was kept; nothing where nothing was. */
    void forget(String name);
}
