package dev.rackside.access.ui;

import dev.rackside.access.PersonFacet;
import dev.rackside.access.Role;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;

/** What the list can be narrowed by, in a person's words; needs no toolkit. */
final class FacetWords {

    static final String ROLE = "person.role.";
    static final String STATE = "person.state.";

    private FacetWords() {
    }

    static List<Facet> of(PersonFacet facet, List<Facet> values) {
        return values.stream().map(value -> new Facet(value.value(), switch (facet) {
            case ROLE -> role(Coded.of(Role.class, value.value()));
            case STATE -> Messages.get(STATE + value.value());
        }, value.count())).toList();
    }

    /** A role in words: its message, the text as it stands in the row, or that there is none. */
    static String role(Coded<?> role) {
        var known = role.known();
        var text = role.text();
        return known != null
                ? Messages.get(ROLE + Coded.code(known))
                : text == null || text.isBlank() ? Messages.get("person.missing") : text;
    }
}
