package dev.rackside.credential;

import dev.rackside.access.AccessService;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.TestDatabase;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database with an open vault, and credentials with secrets in it. */
public final class SealedCredentials implements AutoCloseable {

    public static final String PASSWORD = "four words of no kin";

    private final TestDatabase test;
    private final VaultService vault;
    private final SecretService secrets;
    private final CredentialService credentials;

    /** @param folder for what the workstation remembers */
    public SealedCredentials(TestDatabase test, Path folder) {
        this.test = test;
        var owner = new AccessService(test.database()).owner("kim", "Kim");
        vault = new VaultService(test.database(), owner, new Pins(folder.resolve("pins")));
        secrets = new SecretService(test.database(), vault);
        credentials = new CredentialService(test.database());
        vault.create(PASSWORD.toCharArray()).close();
    }

    public VaultService vault() {
        return vault;
    }

    public SignIns signIns() {
        return new SignIns(test.database(), secrets);
    }

    /** @param settings a JSON object; null for none */
    public UUID put(ExchangeSystem system, @Nullable String username, @Nullable String address,
            @Nullable String settings, Map<Place, String> values) {
        var name = Coded.code(system) + " " + UUID.randomUUID();
        var draft = new CredentialDraft(name, Coded.of(system), Coded.of(CredentialType.API_KEY), username, address,
                settings, null, true);
        var id = credentials.create(draft).id();
        var changes = new EnumMap<Place, Optional<char[]>>(Place.class);
        values.forEach((place, value) -> changes.put(place, Optional.of(value.toCharArray())));
        secrets.write(id, changes);
        return id;
    }

    @Override
    public void close() {
        vault.close();
    }
}
