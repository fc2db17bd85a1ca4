package dev.rackside;

import dev.rackside.backup.Workshop;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.VaultKits;
import dev.rackside.credential.VaultMembers;
import dev.rackside.credential.VaultRecord;
import dev.rackside.credential.VaultService;
import dev.rackside.credential.ui.CredentialDoors;
import dev.rackside.credential.ui.CredentialScreen;
import dev.rackside.credential.ui.CredentialWatch;
import dev.rackside.credential.ui.VaultModel;
import dev.rackside.fx.Once;
import dev.rackside.shell.Destination;
import dev.rackside.workspace.OpenWorkspace;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The vault, the credentials that are sealed in it, and their screen. */
final class SecretDesk {

    private final CredentialService credentials;
    private final VaultService vaults;
    private final SecretService secrets;
    private final VaultRecord told;
    private final BackupKeyService backupKeys;
    private final VaultModel vault;
    private final Place place;
    private final Consumer<String> browse;
    private final Once<CredentialScreen> screen = new Once<>(this::make);
    private final CredentialWatch watch;
    private @Nullable Bridges bridges;

    /**
     * @param kept what this workstation keeps of the workspace
     * @param browse opens an address in the browser
     */
    SecretDesk(OpenWorkspace workspace, Kept kept, Place place, Consumer<String> browse) {
        var database = workspace.database();
        this.place = place;
        this.browse = browse;
        credentials = new CredentialService(database);
        vaults = new VaultService(database, workspace.who(), kept.pins());
        secrets = new SecretService(database, vaults);
        told = new VaultRecord(database, vaults);
        backupKeys = new BackupKeyService(database, vaults, new BackupKeyCopies(
                Workshop.copies(kept.workshop().key())));
        vault = new VaultModel(vaults, new VaultMembers(database, vaults, secrets), new VaultKits(database, vaults),
                place.background());
        watch = new CredentialWatch(credentials, place.background(), (found, sentence) -> place.desk().mark(
                "credentials", found.urgent() ? "dot-bad" : found.none() ? null : "dot-warn", sentence));
    }

    /** What leads out of the house stands on the secrets, and the screen on both. */
    SecretDesk over(Bridges ways) {
        bridges = ways;
        return this;
    }

    Destination destination() {
        return new Destination("credentials", Feather.KEY, Destination.Group.CARE, screen::get)
                .keys(CredentialScreen.KEYS);
    }

    private CredentialScreen make() {
        var ways = Objects.requireNonNull(bridges);
        return place.kept("credentials", new CredentialScreen(
                new CredentialDoors(credentials, secrets, vault, told, backupKeys, ways.tests(), ways.oauth(), browse),
                place.background(), place.failures()));
    }

    CredentialService credentials() {
        return credentials;
    }

    SecretService secrets() {
        return secrets;
    }

    /** The keys of encrypted backups, out of the vault where this workstation has no copy. */
    BackupKeyService backupKeys() {
        return backupKeys;
    }

    VaultService vaults() {
        return vaults;
    }

    /** Drops the vault's keys and takes away what is seen of secrets; nothing where it isn't open. */
    void lock() {
        vault.lock();
    }

    /** @param idle after how long without a key or the mouse the vault is locked */
    void lockAfter(Supplier<Duration> idle) {
        vault.locksAfter(idle);
    }

    void stop() {
        watch.stop();
        vault.close();
    }
}
