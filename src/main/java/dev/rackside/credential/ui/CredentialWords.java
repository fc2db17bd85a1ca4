package dev.rackside.credential.ui;

import dev.rackside.credential.CredentialFacet;
import dev.rackside.credential.CredentialType;
import dev.rackside.credential.Expiring;
import dev.rackside.credential.SecretState;
import dev.rackside.credential.Secrets;
import dev.rackside.credential.TestStatus;
import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.row.Dependent;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Credentials in a person's words; needs no toolkit. */
final class CredentialWords {

    static final String SYSTEM = "exchange.system.";
    static final String TYPE = "credential.type.";
    static final String TEST = "credential.test.";

    private CredentialWords() {
    }

    static String name(@Nullable String name) {
        return name == null || name.isBlank() ? Messages.get("credential.nameless") : name;
    }

    static String system(Coded<ExchangeSystem> system) {
        return orNone(system, SYSTEM);
    }

    static String type(Coded<CredentialType> type) {
        return orNone(type, TYPE);
    }

    private static String orNone(Coded<?> value, String messages) {
        var text = value.text();
        return text == null || text.isBlank() ? Messages.get("credential.missing") : CodedBox.word(value, messages);
    }

    static Badge active(@Nullable Boolean active) {
        return Boolean.TRUE.equals(active)
                ? Badge.good(Messages.get("credential.active.true"))
                : Badge.rest(Messages.get("credential.active.false"));
    }

    static Badge secrets(SecretState state) {
        var word = Messages.get("credential.secrets." + code(state));
        return switch (state) {
            case SEALED -> Badge.good(word);
            case FOREIGN -> Badge.warn(word);
            case PLAIN -> Badge.bad(word);
            case NONE -> Badge.rest(word);
        };
    }

    /** Which secrets there are, and how each is kept. */
    static String kept(Secrets secrets) {
        return secrets.there().entrySet().stream().map(each -> Messages.get("credential.kept.one",
                place(each.getKey()), secrets(each.getValue()).word())).collect(Collectors.joining("; "));
    }

    static Badge test(Coded<TestStatus> test) {
        var text = test.text();
        if (text == null || text.isBlank()) {
            return Badge.rest(Messages.get("credential.test.none"));
        }
        var word = CodedBox.word(test, TEST);
        return switch (test.known()) {
            case PASSED -> Badge.good(word);
            case PARTIAL -> Badge.warn(word);
            case FAILED -> Badge.bad(word);
            case null -> Badge.warn(word);
        };
    }

    /** How a probe went, by the word that it begins with; null where that is another program's. */
    static @Nullable Badge probe(String found) {
        var word = found.contains(":") ? found.substring(0, found.indexOf(':')) : found;
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "passed" -> Badge.good(Messages.get("credential.test.passed"));
            case "refused" -> Badge.bad(Messages.get("credential.test.refused"));
            case "failed" -> Badge.bad(Messages.get("credential.test.failed"));
            case "not tested" -> Badge.rest(Messages.get("credential.test.untested"));
            default -> null;
        };
    }

    /** What a probe adds to that word. */
    static String added(String found) {
        return found.contains(":") ? found.substring(found.indexOf(':') + 1).strip() : "";
    }

    /** When a credential expires, in days; null where no end is recorded. */
    static @Nullable Badge expiry(@Nullable Long secondsLeft) {
        if (secondsLeft == null) {
            return null;
        }
        var days = secondsLeft / Duration.ofDays(1).toSeconds();
        var word = days > 0
                ? Messages.get("credential.expires.days", days)
                : Messages.get("credential.expires.hours", secondsLeft / Duration.ofHours(1).toSeconds());
        return switch (Expiring.urgency(secondsLeft)) {
            case OVER -> Badge.bad(Messages.get("credential.expires.over"));
            case VERY_SOON -> Badge.bad(word);
            case SOON -> Badge.warn(word);
            case LATER -> Badge.plain(word);
        };
    }

    /** What expired or will soon, in one sentence; empty where nothing. */
    static String expiring(Expiring found) {
        return found.none()
                ? ""
                : Messages.get("credential.expiring", found.over(), found.verySoon() + found.soon(),
                        Expiring.SOON_DAYS);
    }

    static String place(Secrets.Place place) {
        return Messages.get("credential.place." + code(place));
    }

    /** What a system itself calls the secret of a place. */
    static String place(Secrets.Place place, Coded<ExchangeSystem> system, Coded<CredentialType> type) {
        return type.known() == CredentialType.OAUTH && place == Secrets.Place.PASSWORD
                ? Messages.get("credential.place.client-secret")
                : place(place, system);
    }

    /** The same, whichever way one signs in. */
    static String place(Secrets.Place place, Coded<ExchangeSystem> system) {
        return switch (system.known()) {
            case SYNCRO_MSP -> place == Secrets.Place.API_KEY
                    ? Messages.get("credential.place.api-token")
                    : place(place);
            case AUTOTASK -> switch (place) {
                case API_KEY -> Messages.get("credential.place.integration-code");
                case PASSWORD -> Messages.get("credential.place.secret");
                default -> place(place);
            };
            case CONNECTWISE -> place == Secrets.Place.PASSWORD
                    ? Messages.get("credential.place.private-key")
                    : place(place);
            case MSP_BACKUPS, ZAPIER -> place(place);
            case null -> place(place);
        };
    }

    /** What a system calls who signs in. */
    static String username(@Nullable ExchangeSystem system) {
        return Messages.get(switch (system) {
            case AUTOTASK -> "credential.field.username.api-user";
            case CONNECTWISE -> "credential.field.username.public-key";
            case MSP_BACKUPS -> "credential.field.username.login";
            case SYNCRO_MSP, ZAPIER -> "credential.field.username";
            case null -> "credential.field.username";
        });
    }

    /** How a system is signed in to where nobody says otherwise. */
    static CredentialType usualType(ExchangeSystem system) {
        return switch (system) {
            case SYNCRO_MSP, ZAPIER -> CredentialType.API_KEY;
            case AUTOTASK, CONNECTWISE, MSP_BACKUPS -> CredentialType.BASIC_AUTH;
        };
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static List<Facet> facets(CredentialFacet facet, List<Facet> values) {
        return values.stream().map(value -> value.labelled(switch (facet) {
            case SYSTEM -> system(Coded.of(ExchangeSystem.class, value.value()));
            case TYPE -> type(Coded.of(CredentialType.class, value.value()));
            case ACTIVE -> Messages.get("credential.active." + value.value());
            case TEST -> test(Coded.of(TestStatus.class, value.value())).word();
            case EXPIRES -> Messages.get("credential.expiry." + value.value());
            case SECRETS -> Messages.get("credential.secrets." + value.value());
        })).toList();
    }

    /** What goes with a credential: its secrets, and what else hangs on it. */
    static List<String> consequences(Secrets secrets, List<Dependent> dependents) {
        var lines = new ArrayList<String>();
        if (!secrets.there().isEmpty()) {
            lines.add(Messages.get("credential.delete.secrets", secrets.there().size()));
        }
        dependents.stream().filter(dependent -> dependent.count() > 0).forEach(dependent -> lines.add(Messages.get(
                dependent.deleted() ? "credential.delete.goes" : "credential.delete.stays", dependent.count(),
                dependent.table().replace('_', ' '))));
        return lines;
    }
}
