package dev.rackside.failure.ui;

import dev.rackside.failure.FailureFacet;
import dev.rackside.failure.PatternType;
import dev.rackside.failure.Severity;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list can be narrowed by, in a person's words; needs no toolkit. */
final class FacetWords {

    static final String TYPE = "failure.type.";
    static final String SEVERITY = "failure.severity.";

    private FacetWords() {
    }

    static List<Facet> of(FailureFacet facet, List<Facet> values) {
        return values.stream().map(value -> new Facet(value.value(), label(facet, value), value.count())).toList();
    }

    private static String label(FailureFacet facet, Facet value) {
        var none = value.value().equals(FailureFacet.NONE);
        return switch (facet) {
            case CLIENT -> none ? Messages.get("failure.everywhere") : value.label();
            case MACHINE -> none ? Messages.get("failure.no-machine") : value.label();
            case TYPE -> coded(Coded.of(PatternType.class, value.value()), TYPE);
            case SEVERITY -> coded(Coded.of(Severity.class, value.value()), SEVERITY);
            case ACTIVE -> Messages.get("failure.active." + value.value());
        };
    }

    static String coded(Coded<?> value, String messages) {
        var known = value.known();
        return known == null ? orMissing(value.text()) : Messages.get(messages + Coded.code(known));
    }

    /** A word, or that there is none. */
    static String orMissing(@Nullable String word) {
        return word == null || word.isBlank() ? Messages.get("failure.missing") : word;
    }
}
