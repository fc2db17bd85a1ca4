package dev.rackside.client.ui;

import dev.rackside.client.ClientRow;
import dev.rackside.client.ClientType;
import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients in a person's words. */
final class ClientWords {

    static final String TYPE = "client.type.";

    private ClientWords() {
    }

    static String name(@Nullable String name) {
        return name == null || name.isBlank() ? Messages.get("client.nameless") : name;
    }

    static Choice choice(ClientRow row) {
        return new Choice(row.id(), name(row.name()));
    }

    static Badge badge(@Nullable Boolean active) {
        if (active == null) {
            return Badge.warn(Messages.get("client.active.none"));
        }
        return active
                ? Badge.good(Messages.get("client.active.true"))
                : Badge.rest(Messages.get("client.active.false"));
    }

    static String type(Coded<ClientType> type) {
        return CodedBox.word(type, TYPE);
    }

    /** Facets of types, labelled as a person reads them. */
    static List<Facet> types(List<Facet> facets) {
        return facets.stream().map(facet -> facet.labelled(type(Coded.of(ClientType.class, facet.value()))))
                .toList();
    }

    static List<Facet> active(List<Facet> facets) {
        return facets.stream().map(facet -> facet.labelled(Messages.get("client.active." + facet.value())))
                .toList();
    }

    /** What goes with a client, one sentence for each table. */
    static List<String> consequences(List<Dependent> dependents) {
        return dependents.stream().filter(dependent -> dependent.count() > 0).map(dependent -> Messages.get(
                dependent.deleted() ? "client.delete.goes" : "client.delete.stays", dependent.count(),
                table(dependent))).toList();
    }

    private static String table(Dependent dependent) {
        var key = "table." + dependent.table();
        return Messages.has(key) ? Messages.get(key, dependent.count()) : dependent.table().replace('_', ' ');
    }
}
