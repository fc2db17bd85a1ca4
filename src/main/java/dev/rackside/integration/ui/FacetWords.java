package dev.rackside.integration.ui;

import dev.rackside.integration.Direction;
import dev.rackside.integration.ExchangeAction;
import dev.rackside.integration.ExchangeFacet;
import dev.rackside.integration.ExchangeOutcome;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.Comparator;
import java.util.List;

/** What the log can be narrowed by, in a person's words; needs no toolkit. */
final class FacetWords {

    static final String SYSTEM = "exchange.system.";
    static final String ACTION = "exchange.action.";
    static final String DIRECTION = "exchange.direction.";
    static final String OUTCOME = "exchange.outcome.";

    private FacetWords() {
    }

    /** A facet's values as a person reads them; classes of status in their order. */
    static List<Facet> of(ExchangeFacet facet, List<Facet> values) {
        var named = values.stream().map(value -> new Facet(value.value(), label(facet, value), value.count()));
        return facet == ExchangeFacet.STATUS
                ? named.sorted(Comparator.comparing(Facet::value)).toList()
                : named.toList();
    }

    private static String label(ExchangeFacet facet, Facet value) {
        var none = value.value().equals(ExchangeFacet.NONE);
        return switch (facet) {
            case SYSTEM -> coded(Coded.of(ExchangeSystem.class, value.value()), SYSTEM);
            case ACTION -> coded(Coded.of(ExchangeAction.class, value.value()), ACTION);
            case DIRECTION -> coded(Coded.of(Direction.class, value.value()), DIRECTION);
            case OUTCOME -> none
                    ? Messages.get("exchange.outcome.none")
                    : coded(Coded.of(ExchangeOutcome.class, value.value()), OUTCOME);
            case STATUS -> Messages.get("exchange.class." + (none ? "none" : value.value()));
            case CLIENT -> none ? Messages.get("exchange.no-client") : value.label();
        };
    }

    /** A value in words: the constant's message, the text as it stands in the row, or that there is none. */
    static String coded(Coded<?> value, String messages) {
        var known = value.known();
        var text = value.text();
        return known != null
                ? Messages.get(messages + Coded.code(known))
                : text == null || text.isBlank() ? Messages.get("exchange.missing") : text;
    }
}
