package dev.rackside.access.ui;

import dev.rackside.access.PersonFacet;
import dev.rackside.access.Role;
import dev.rackside.access.TokenRow;
import dev.rackside.access.Trace;
import dev.rackside.fx.Badge;
import dev.rackside.row.Dependent;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** People and their tokens in a person's words. */
final class PersonWords {

    private PersonWords() {
    }

    static Badge role(Coded<Role> role) {
        var word = FacetWords.role(role);
        return role.known() == null || role.odd() ? Badge.warn(word) : Badge.rest(word);
    }

    static Badge state(String state) {
        var word = Messages.get(FacetWords.STATE + state);
        return switch (state) {
            case PersonFacet.ACTIVE -> Badge.good(word);
            case PersonFacet.LOCKED -> Badge.warn(word);
            default -> Badge.rest(word);
        };
    }

    static Badge token(TokenRow token, Instant now) {
        if (token.revokedAt() != null) {
            return Badge.rest(Messages.get("person.token.revoked"));
        }
        var expires = token.expiresAt();
        return expires == null || !expires.isAfter(now)
                ? Badge.warn(Messages.get("person.token.expired"))
                : Badge.good(Messages.get("person.token.valid"));
    }

    /** "sessions:read, backups:read"; what is no list of texts, as it stands in the row. */
    static String scopes(@Nullable String stored) {
        if (stored == null || stored.isBlank()) {
            return Messages.get("person.missing");
        }
        try {
            var json = JsonMapper.shared().readTree(stored);
            if (json.isArray() && Stream.of(json).allMatch(scopes -> scopes.valueStream().allMatch(
                    scope -> scope.isString()))) {
                return json.valueStream().map(scope -> scope.stringValue()).collect(Collectors.joining(", "));
            }
        } catch (JacksonException _) {
            // Shown as it stands, below.
        }
        return stored;
    }

    /** What goes with a person, one sentence for each table. */
    static List<String> consequences(List<Dependent> dependents) {
        var lines = new ArrayList<String>();
        dependents.stream().filter(dependent -> dependent.count() > 0).forEach(dependent -> lines.add(Messages.get(
                dependent.deleted() ? "person.delete.goes" : "person.delete.stays", dependent.count(),
                table(dependent.table(), dependent.count()))));
        return lines;
    }

    /** "12 sessions, 1,000 or more exchanges". */
    static String traces(List<Trace> traces) {
        return traces.stream().map(trace -> Messages.get(
                trace.count() >= Trace.MOST ? "person.trace.many" : "person.trace", trace.count(),
                table(trace.table(), trace.count()))).collect(Collectors.joining(", "));
    }

    private static String table(String name, long count) {
        var key = "table." + name;
        return Messages.has(key) ? Messages.get(key, count) : name.replace('_', ' ');
    }
}
