package dev.rackside.failure;

import dev.rackside.db.Database;
import dev.rackside.db.SearchText;
import dev.rackside.row.Choice;
import jakarta.data.Limit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to failure patterns. Every call reads the database, so none is made on the screen thread. The method that
 * takes a session belongs to another room's transaction.
 */
public final class FailureService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(FailurePattern.class);

    private final Database database;

    public FailureService(Database database) {
        this.database = database;
    }

    /**
     * The first patterns, by signature, whose signature contains a text.
     *
     * @param clientId whose patterns, with those of no client; null for all
     */
    public List<Choice> choices(@Nullable UUID clientId, String text, int atMost) {
        return database.read(session -> {
            var patterns = new FailurePatterns_(session);
            var like = SearchText.like(text);
            return clientId == null
                    ? patterns.choices(like, Limit.of(atMost))
                    : patterns.choicesOf(clientId, like, Limit.of(atMost));
        });
    }

    /** A pattern at a glance; empty where it was deleted. */
    public Optional<FailureSummary> summary(UUID id) {
        return database.read(session -> summary(session, id));
    }

    public static Optional<FailureSummary> summary(StatelessSession session, UUID id) {
        return new FailurePatterns_(session).byId(id).map(FailurePattern::summary);
    }
}
