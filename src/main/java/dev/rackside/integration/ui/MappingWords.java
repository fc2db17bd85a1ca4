package dev.rackside.integration.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.ExternalKind;
import dev.rackside.integration.MappingFacet;
import dev.rackside.integration.MappingRow;
import dev.rackside.integration.Neutral;
import dev.rackside.integration.Suggestion;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Mappings in a person's words; needs no toolkit. */
final class MappingWords {

    private static final String SYSTEM = "exchange.system.";
    private static final String KIND = "mapping.kind.";
    private static final String STATE = "mapping.state.";
    private static final String REASON = "mapping.reason.";

    private MappingWords() {
    }

    static String name(MappingRow row) {
        return Neutral.line(row.name());
    }

    static String system(MappingRow row) {
        return CodedBox.word(row.system(), SYSTEM);
    }

    static String kind(MappingRow row) {
        return CodedBox.word(row.kind(), KIND);
    }

    static Badge state(MappingRow row) {
        return row.here() == null
                ? Badge.warn(Messages.get(STATE + MappingFacet.OPEN))
                : Badge.good(Messages.get(STATE + MappingFacet.MAPPED));
    }

    /** "Brightwater LLP, by its name". */
    static String suggestion(@Nullable Suggestion suggestion) {
        return suggestion == null
                ? ""
                : Messages.get("mapping.suggested", suggestion.here().label(), reason(suggestion.reason()));
    }

    static String reason(Suggestion.Reason reason) {
        return Messages.get(REASON + reason.name().toLowerCase(Locale.ROOT));
    }

    static List<Facet> facets(MappingFacet facet, List<Facet> values) {
        return values.stream().map(value -> value.labelled(switch (facet) {
            case STATE -> Messages.get(STATE + value.value());
            case SYSTEM -> CodedBox.word(Coded.of(ExchangeSystem.class, value.value()), SYSTEM);
            case KIND -> CodedBox.word(Coded.of(ExternalKind.class, value.value()), KIND);
        })).toList();
    }
}
