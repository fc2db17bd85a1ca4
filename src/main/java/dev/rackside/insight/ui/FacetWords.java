package dev.rackside.insight.ui;

import dev.rackside.insight.Confidence;
import dev.rackside.insight.InsightCategory;
import dev.rackside.insight.InsightFacet;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list can be narrowed by, in a person's words; needs no toolkit. */
final class FacetWords {

    private FacetWords() {
    }

    /** A facet's values as a person reads them; priorities from the highest down. */
    static List<Facet> of(InsightFacet facet, List<Facet> values) {
        var named = values.stream().map(value -> value.labelled(label(facet, value)));
        return facet == InsightFacet.PRIORITY
                ? named.sorted(Comparator.comparingInt(FacetWords::number).reversed()).toList()
                : named.toList();
    }

    private static int number(Facet value) {
        return value.value().isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(value.value());
    }

    private static String label(InsightFacet facet, Facet value) {
        var none = value.value().equals(InsightFacet.NONE);
        return switch (facet) {
            case CLIENT -> none ? Messages.get("insight.everywhere") : value.label();
            case MACHINE -> none ? Messages.get("insight.no-machine") : value.label();
            case CATEGORY -> coded(Coded.of(InsightCategory.class, value.value()), InsightWords.CATEGORY);
            case CONFIDENCE -> coded(Coded.of(Confidence.class, value.value()), InsightWords.CONFIDENCE);
            case PRIORITY -> orMissing(value.value());
            case TAG -> value.label();
            case STALE -> Messages.get("insight.stale." + value.value());
        };
    }

    private static String coded(Coded<?> value, String messages) {
        var known = value.known();
        return known == null ? orMissing(value.text()) : Messages.get(messages + Coded.code(known));
    }

    /** A word, or that there is none. */
    static String orMissing(@Nullable String word) {
        return word == null || word.isBlank() ? Messages.get("insight.missing") : word;
    }
}
