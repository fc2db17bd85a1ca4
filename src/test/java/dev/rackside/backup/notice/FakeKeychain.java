package dev.rackside.backup.notice;

import dev.rackside.credential.Keychain;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A keyring that is there, or isn't. */
public final class FakeKeychain implements Keychain {

    private final Map<String, char[]> kept = new HashMap<>();
    private final boolean there;

    public FakeKeychain(boolean there) {
        this.there = there;
    }

    @Override
    public synchronized Optional<char[]> find(String name) {
        return Optional.ofNullable(kept.get(name)).map(char[]::clone);
    }

    @Override
    public synchronized boolean keep(String name, char[] secret) {
        if (there) {
            kept.put(name, secret.clone());
        }
        return there;
    }

    @Override
    public synchronized void forget(String name) {
        kept.remove(name);
    }
}
