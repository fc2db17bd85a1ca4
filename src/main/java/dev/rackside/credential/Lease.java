package dev.rackside.credential;

import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import java.time.Duration;
import java.util.UUID;

/** A credential's lease: one workstation at a time has it, and by the server's clock it ends by itself. */
final class Lease {

    private static final String THERE = """
            insert ignore into credential_leases (id, credential_id) values (:id, :credential)""";
    private static final String TAKE = """
            update credential_leases set held_by = :holder, held_until = utc_timestamp(6) + interval :seconds second
            where credential_id = :credential and (held_until is null or held_until < utc_timestamp(6))""";
    private static final String GIVE = """
            update credential_leases set held_by = null, held_until = null
            where credential_id = :credential and held_by = :holder""";

    private final Database database;
    private final UUID credential;
    private final String holder = UUID.randomUUID().toString();

    Lease(Database database, UUID credential) {
        this.database = database;
        this.credential = credential;
    }

    /** Whether it is ours now, for so long at most. */
    boolean take(Duration most) {
        return database.write(session -> {
            session.createNativeMutationQuery(THERE).setParameter("id", Ids.next().toString())
                    .setParameter("credential", credential.toString()).executeUpdate();
            return session.createNativeMutationQuery(TAKE).setParameter("credential", credential.toString())
                    .setParameter("holder", holder).setParameter("seconds", most.toSeconds()).executeUpdate();
        }) == 1;
    }

    /** Gives it back; nothing where it ended meanwhile and somebody else has it. */
    void give() {
        database.write(session -> session.createNativeMutationQuery(GIVE)
                .setParameter("credential", credential.toString()).setParameter("holder", holder).executeUpdate());
    }
}
