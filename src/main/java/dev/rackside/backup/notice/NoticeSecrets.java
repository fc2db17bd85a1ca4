package dev.rackside.backup.notice;

import dev.rackside.credential.Keychain;
import dev.rackside.text.Coded;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The mail account's password and the copy of the hook's address: in the operating system's keyring, else in memory
 * for as long as the program runs; never in a file.
 */
final class NoticeSecrets {

    private final Keychain keychain;
    private final String workspace;
    private final Map<Channel, char[]> held = new EnumMap<>(Channel.class);

    /** @param workspace tells its secrets from those of others */
    NoticeSecrets(Keychain keychain, String workspace) {
        this.keychain = keychain;
        this.workspace = workspace;
    }

    /** The caller wipes it. */
    synchronized Optional<char[]> find(Channel channel) {
        return keychain.find(name(channel)).or(() -> Optional.ofNullable(held.get(channel)).map(char[]::clone));
    }

    /** Whether it outlasts the program. */
    synchronized boolean keep(Channel channel, char[] secret) {
        if (keychain.keep(name(channel), secret)) {
            wipe(channel);
            return true;
        }
        wipe(channel);
        held.put(channel, secret.clone());
        return false;
    }

    synchronized void forget(Channel channel) {
        keychain.forget(name(channel));
        wipe(channel);
    }

    private void wipe(Channel channel) {
        var before = held.remove(channel);
        if (before != null) {
            java.util.Arrays.fill(before, '\0');
        }
    }

    private String name(Channel channel) {
        return "notices/" + Coded.code(channel) + "/" + workspace;
    }
}
