package dev.rackside.credential;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.Database;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import jakarta.data.Limit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to what was done with the vault, and to what is to be changed at the outside systems since: a new key keeps
 * nobody from what they have read. Every call reads or writes the database, so none is made on the screen thread.
 */
public final class VaultRecord {

    private final Database database;
    private final VaultService vault;

    public VaultRecord(Database database, VaultService vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Something that was done.
     *
     * @param technician who did it
     * @param subject whom or what it was done to, as it was called then; null where it is the vault itself
     */
    public record Event(UUID id, Coded<VaultEventType> type, String technician, @Nullable String subject,
            Coded<Place> place, Instant at) {}

    /**
     * A secret that somebody knows who has the vault no more, and that nobody replaced since.
     *
     * @param leaver who had it; null where it was whoever had the recovery kit
     * @param since when the vault was taken from them
     */
    public record Change(UUID credential, @Nullable String name, Coded<ExchangeSystem> system, Place place,
            @Nullable String leaver, Instant since) {}

    /** The newest first. */
    public List<Event> events(int atMost) {
        return database.read(session -> new VaultTables_(session).events(Limit.of(atMost)).stream()
                .map(event -> new Event(event.id, Coded.of(VaultEventType.class, event.type), event.technician,
                        event.subject, Coded.of(Place.class, event.place), event.createdAt))
                .toList());
    }

    /**
     * What is to be changed at the systems: each secret that is sealed, or stands unsealed, and was neither written nor
     * left on purpose since somebody was taken the vault, or the recovery kit was used. By name.
     */
    public List<Change> changes() {
        return database.read(session -> {
            var events = new VaultTables_(session).eventsOf(List.of("removed", "recovered", "secret_written",
                    "secret_left"));
            return leaving(events).map(leaving -> {
                var settled = settled(events);
                return new Credentials_(session).all().stream().flatMap(credential -> credential.secrets().there()
                        .entrySet().stream().filter(secret -> secret.getValue() != SecretState.FOREIGN)
                        .filter(secret -> settled.getOrDefault(key(credential.id, Coded.code(secret.getKey())),
                                Instant.MIN).isBefore(leaving.createdAt))
                        .map(secret -> new Change(credential.id, credential.name,
                                Coded.of(ExchangeSystem.class, credential.system), secret.getKey(),
                                leaving.is(VaultEventType.REMOVED) ? leaving.subject : null, leaving.createdAt)))
                        .toList();
            }).orElse(List.of());
        });
    }

    /** The last one: what somebody knew who left earlier, and was not changed then, is known to both. */
    private static Optional<VaultEvent> leaving(List<VaultEvent> events) {
        return events.stream().filter(event -> event.is(VaultEventType.REMOVED) || event.is(VaultEventType.RECOVERED))
                .reduce((_, later) -> later);
    }

    private static Map<String, Instant> settled(List<VaultEvent> events) {
        var settled = new HashMap<String, Instant>();
        events.stream().filter(event -> event.credentialId != null && event.place != null)
                .forEach(event -> settled.put(key(event.credentialId, event.place), event.createdAt));
        return settled;
    }

    private static String key(@Nullable UUID credential, @Nullable String place) {
        return String.format(Locale.ROOT, "%s %s", credential, place);
    }

    /** It stays as it is at its system, and is no longer told of. */
    public void leave(Change change) {
        database.write(session -> {
            VaultEvent.note(session, vault.who(), VaultEventType.SECRET_LEFT, change.credential(), change.place());
            return true;
        });
    }
}
