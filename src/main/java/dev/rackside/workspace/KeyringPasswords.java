package dev.rackside.workspace;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.rackside.credential.Keychain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operating system's own keyring: the Keychain, the Credential Manager, the Secret Service or KWallet. */
public final class KeyringPasswords implements Passwords, Keychain {

    private static final Logger LOG = LoggerFactory.getLogger(KeyringPasswords.class);
    private static final String SERVICE = "Rackside";

    private @Nullable Keyring keyring;
    private boolean looked;

    @Override
    public synchronized boolean available() {
        return keyring() != null;
    }

    @Override
    public Optional<char[]> find(Workspace.Team team) {
        return find(Passwords.nameOf(team));
    }

    @Override
    public boolean keep(Workspace.Team team, char[] password) {
        return keep(Passwords.nameOf(team), password);
    }

    @Override
    public void forget(Workspace.Team team) {
        forget(Passwords.nameOf(team));
    }

    @Override
    public synchronized Optional<char[]> find(String name) {
        var ring = keyring();
        if (ring == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ring.getPassword(SERVICE, name)).map(String::toCharArray);
        } catch (PasswordAccessException | RuntimeException e) {
            // That none was kept is told by an exception too.
            LOG.debug("No password in the keyring", e);
            return Optional.empty();
        }
    }

    @Override
    public synchronized boolean keep(String name, char[] secret) {
        var ring = keyring();
        if (ring == null) {
            return false;
        }
        try {
            ring.setPassword(SERVICE, name, new String(secret));
            return true;
        } catch (PasswordAccessException | RuntimeException e) {
            LOG.warn("The keyring did not take the password: {}", e.getClass().getName());
            return false;
        }
    }

    @Override
    public synchronized void forget(String name) {
        var ring = keyring();
        if (ring == null) {
            return;
        }
        try {
            ring.deletePassword(SERVICE, name);
        } catch (PasswordAccessException | RuntimeException e) {
            LOG.debug("No password to forget", e);
        }
    }

    // The backends are other people's native code: where they can't be loaded, there is no keyring.
    private @Nullable Keyring keyring() {
        if (!looked) {
            looked = true;
            try {
                keyring = Keyring.create();
            } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
                LOG.info("No keyring here: {}", e.toString());
            }
        }
        return keyring;
    }
}
