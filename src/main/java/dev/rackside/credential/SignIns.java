package dev.rackside.credential;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Lends credentials, open, to whoever talks to outside systems. Never on the screen thread. */
public final class SignIns {

    private final Database database;
    private final SecretService secrets;
    private final Renewal renewal;

    /** For credentials none of which is renewed. */
    public SignIns(Database database, SecretService secrets) {
        this(database, secrets, Renewal.NONE);
    }

    public SignIns(Database database, SecretService secrets, OAuth renewal) {
        this(database, secrets, (Renewal) renewal);
    }

    private SignIns(Database database, SecretService secrets, Renewal renewal) {
        this.database = database;
        this.secrets = secrets;
        this.renewal = renewal;
    }

    /** The credentials in use for some systems, by their names. */
    public List<Connection> of(Set<ExchangeSystem> systems) {
        return database.read(session -> {
            var found = new ArrayList<Connection>();
            for (var row : new Credentials_(session).inUse()) {
                var system = Coded.of(ExchangeSystem.class, row.system).known();
                if (system != null && systems.contains(system)) {
                    found.add(new Connection(row.id, row.name == null ? "" : row.name, system, row.host));
                }
            }
            return found;
        });
    }

    /**
     * Opens what a credential signs in by, for as long as the work takes. No transaction is open meanwhile.
     *
     * @throws Problem VAULT_LOCKED, ROW_GONE, or what is wrong with a secret; whatever the work throws
     */
    public <T> T with(UUID credential, Function<SignIn, T> work) {
        renewal.renew(credential);
        var row = database.read(session -> new Credentials_(session).byId(credential)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("credential.this"))));
        var system = Coded.of(ExchangeSystem.class, row.system).known();
        if (system == null) {
            throw new Problem(ErrorCode.CREDENTIAL_INCOMPLETE, Messages.get("credential.needs.system"));
        }
        Map<Place, char[]> open = new EnumMap<>(Place.class);
        var signIn = new SignIn(row, system, open);
        try {
            row.secrets().there().forEach((place, state) -> {
                if (state == SecretState.SEALED) {
                    open.put(place, secrets.reveal(credential, place));
                }
            });
            return work.apply(signIn);
        } finally {
            signIn.wipe();
        }
    }
}
