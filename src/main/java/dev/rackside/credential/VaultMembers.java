package dev.rackside.credential;

import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to those who have the vault: grants it to a technician whose fingerprint was compared, takes it from one who
 * leaves, and seals everything anew then. Needs the open vault; every call takes its time, so none is made on the screen
 * thread.
 */
public final class VaultMembers {

    private static final String PEOPLE = """
            select u.id, coalesce(nullif(u.display_name, ''), u.username) from api_users u""";
    private static final String BEHIND = """
            select id from integration_credentials where vault_generation < :newest and id > :after
            order by id limit 100""";

    private final Database database;
    private final VaultService vault;
    private final SecretService secrets;

    public VaultMembers(Database database, VaultService vault, SecretService secrets) {
        this.database = database;
        this.vault = vault;
        this.secrets = secrets;
    }

    /**
     * Somebody who has keys.
     *
     * @param name null for the recovery kit
     * @param granted whether the vault's newest key is theirs too
     * @param trusted whether this workstation takes the keys for theirs
     */
    public record Member(UUID technician, @Nullable String name, PublicKeys keys, boolean granted, boolean trusted,
            boolean oneself) {

        public String fingerprint() {
            return keys.fingerprint();
        }
    }

    /** Everybody who has keys, by their newest ones. */
    public List<Member> members() {
        return vault.use(open -> database.read(session -> {
            var tables = new VaultTables_(session);
            var all = tables.keys();
            var trust = trust(open, all);
            var names = names(session);
            var granted = Rotation.holders(session, open);
            return Rotation.newest(all).values().stream()
                    .map(key -> new Member(key.technicianId, names.get(key.technicianId), key.keys(),
                            granted.contains(key.id), trust.holds(key), key.keys().equals(open.technician().known())))
                    .toList();
        }));
    }

    private static Map<UUID, String> names(StatelessSession session) {
        var names = new HashMap<UUID, String>();
        session.createNativeQuery(PEOPLE, Object[].class).getResultList()
                .forEach(row -> names.put(UUID.fromString((String) row[0]), (String) row[1]));
        return names;
    }

    /**
     * Grants the vault to somebody, with all that it holds, and vouches for their keys.
     *
     * @param compared the fingerprint as the other one read it out
     * @throws Problem VAULT_LOCKED, or SECRET_GRANT_FORGED where the keys that stand there are others
     */
    public void grant(UUID technician, String compared) {
        var trusted = vault.use(open -> database.write(session -> {
            open.refuseStale(session);
            var tables = new VaultTables_(session);
            var key = tables.keysOf(technician).stream().findFirst()
                    .orElseThrow(() -> new Problem(ErrorCode.SECRET_KEY_UNKNOWN));
            if (!key.keys().fingerprint().equals(compared)) {
                throw new Problem(ErrorCode.SECRET_GRANT_FORGED);
            }
            var has = tables.grantsTo(key.id).stream().map(grant -> grant.generation).collect(Collectors.toSet());
            var now = Database.serverClock(session);
            open.keys().values().stream().filter(secret -> !has.contains(secret.generation()))
                    .forEach(secret -> open.give(session, key.id, key.keys(), secret, now));
            tables.vouch(key.id, open.technician().known().technician(), open.technician().vouch(key.keys()));
            VaultEvent.note(session, vault.who(), VaultEventType.GRANTED, names(session).get(technician));
            return new Trusted(open.vault(), key.keys());
        }));
        Trust.give(vault.pins(), trusted.vault(), trusted.keys());
    }

    private record Trusted(UUID vault, PublicKeys keys) {}

    private Trust trust(OpenVault open, List<TechnicianKey> all) {
        return new Trust(vault.pins(), open.vault(), open.technician().known(), all);
    }

    /**
     * Gives the vault a new key, which everybody who has it gets but for one who leaves. What is sealed is still under
     * the old one until {@link #reseal}.
     *
     * @param leaving null where nobody does
     * @throws Problem SECRET_GRANT_FORGED where the keys of somebody who would get it aren't trusted here
     */
    public void renew(@Nullable UUID leaving) {
        vault.use(open -> {
            var next = open.newest().next();
            var known = database.read(session -> new VaultTables_(session).keys());
            // First of all: he can sign a key of his own as soon as he hears of it.
            known.stream().filter(key -> key.technicianId.equals(leaving))
                    .forEach(key -> Trust.take(vault.pins(), open.vault(), key.keys()));
            try {
                database.write(session -> {
                    var all = new VaultTables_(session).keys();
                    var had = Rotation.holders(session, open);
                    var stay = Rotation.newest(all).values().stream()
                            .filter(key -> had.contains(key.id) && !key.technicianId.equals(leaving)).toList();
                    Rotation.refuseStrangers(trust(open, all), stay);
                    Rotation.grant(session, open, stay, next, Database.serverClock(session));
                    if (leaving != null) {
                        VaultEvent.note(session, vault.who(), VaultEventType.REMOVED, names(session).get(leaving));
                    }
                    VaultEvent.note(session, vault.who(), VaultEventType.ROTATED, null);
                    return next.generation();
                });
            } catch (RuntimeException e) {
                next.close();
                throw e;
            }
            open.keys().put(next.generation(), next);
            trust(open, known).pin(next);
            return null;
        });
    }

    /** Whether something is still sealed under an older key: a rotation that wasn't finished. */
    public boolean isBehind() {
        return vault.use(open -> database.read(session -> !behind(session, open, new UUID(0, 0)).isEmpty()
                || BackupKeyRow.all(session).stream().anyMatch(row -> row.behind(open))));
    }

    private static List<UUID> behind(StatelessSession session, OpenVault open, UUID after) {
        return session.createNativeQuery(BEHIND, String.class).setParameter("newest", open.newest().generation())
                .setParameter("after", after.toString()).getResultList().stream().map(UUID::fromString).toList();
    }

    /**
     * Seals everything under the newest key, a credential at a time; where it is stopped, it goes on at the next call.
     * The older keys are forgotten when nothing needs them any more.
     *
     * @param stop asked between two credentials
     * @return the ids of those that could not be opened, and stay as they are
     */
    public List<UUID> reseal(BooleanSupplier stop) {
        var failed = new ArrayList<UUID>();
        var after = new UUID(0, 0);
        while (!stop.getAsBoolean()) {
            var from = after;
            var next = vault.use(open -> database.read(session -> behind(session, open, from)));
            if (next.isEmpty()) {
                break;
            }
            for (var id : next) {
                if (stop.getAsBoolean()) {
                    return failed;
                }
                try {
                    secrets.write(id, Map.of());
                } catch (Problem problem) {
                    if (problem.code() != ErrorCode.ROW_GONE) {
                        failed.add(id);
                    }
                }
            }
            after = Objects.requireNonNull(next.getLast());
        }
        failed.addAll(resealBackupKeys());
        if (failed.isEmpty() && !stop.getAsBoolean() && !isBehind()) {
            vault.use(open -> database.write(
                    session -> new VaultTables_(session).forget(open.newest().generation())));
        }
        return failed;
    }

    private List<UUID> resealBackupKeys() {
        var failed = new ArrayList<UUID>();
        vault.use(open -> database.read(BackupKeyRow::all).stream().filter(row -> row.behind(open)).toList())
                .forEach(row -> {
                    try {
                        vault.use(open -> database.write(session -> {
                            open.refuseStale(session);
                            row.reseal(session, open);
                            return row.id();
                        }));
                    } catch (Problem problem) {
                        if (problem.code() == ErrorCode.VAULT_LOCKED || problem.code() == ErrorCode.VAULT_RENEWED) {
                            throw problem;
                        }
                        failed.add(row.id());
                    }
                });
        return failed;
    }
}
