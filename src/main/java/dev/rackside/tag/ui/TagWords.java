package dev.rackside.tag.ui;

import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.Facet;
import dev.rackside.tag.TagFacet;
import dev.rackside.tag.TagRow;
import dev.rackside.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags in a person's words; needs no toolkit. */
final class TagWords {

    private TagWords() {
    }

    static String name(@Nullable String name) {
        return name == null || name.isBlank() ? Messages.get("tag.nameless") : name;
    }

    static Choice choice(TagRow row) {
        return new Choice(row.id(), name(row.name()));
    }

    static List<Facet> facets(TagFacet facet, List<Facet> values) {
        return values.stream().map(value -> value.labelled(switch (facet) {
            case CATEGORY -> value.value().isBlank() ? Messages.get("tag.category.none") : value.value();
            case USE -> Messages.get("tag.use." + value.value());
        })).toList();
    }

    /** What goes with a tag: how many things lose it. */
    static List<String> consequences(List<Dependent> dependents) {
        return dependents.stream().filter(dependent -> dependent.count() > 0)
                .map(dependent -> switch (dependent.table()) {
                    case "infrastructure_tags" -> Messages.get("tag.delete.machines", dependent.count());
                    case "work_item_tags" -> Messages.get("tag.delete.work", dependent.count());
                    default -> Messages.get(dependent.deleted() ? "tag.delete.goes" : "tag.delete.stays",
                            dependent.count(), dependent.table().replace('_', ' '));
                }).toList();
    }
}
