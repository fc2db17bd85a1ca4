package dev.rackside.session.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.row.Facet;
import dev.rackside.session.WorkCategory;
import dev.rackside.session.WorkFacet;
import dev.rackside.session.WorkPriority;
import dev.rackside.session.WorkRow;
import dev.rackside.session.WorkStatus;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work items in a person's words. */
final class WorkWords {

    static final String STATUS = "session.work.status.";
    static final String CATEGORY = "session.work.category.";
    static final String PRIORITY = "work.priority.";

    private WorkWords() {
    }

    static String title(WorkRow row) {
        return title(row.title());
    }

    static String title(@Nullable String title) {
        return title == null || title.isBlank() ? Messages.get("work.untitled") : title;
    }

    static @Nullable String client(WorkRow row) {
        return nameOrId(row.clientName(), row.clientId());
    }

    static @Nullable String session(WorkRow row) {
        return nameOrId(row.sessionTitle(), row.sessionId());
    }

    static @Nullable String machine(WorkRow row) {
        return nameOrId(row.machine(), row.machineId());
    }

    private static @Nullable String nameOrId(@Nullable String name, @Nullable UUID id) {
        return name != null ? name : id == null ? null : id.toString();
    }

    static Badge priority(Coded<WorkPriority> priority) {
        var known = priority.known();
        var word = CodedBox.word(priority, PRIORITY);
        if (priority.text() == null) {
            return Badge.rest(Messages.get("work.value.none"));
        }
        if (known == null || priority.odd()) {
            return Badge.warn(word);
        }
        return switch (known) {
            case CRITICAL -> Badge.bad(word);
            case HIGH -> Badge.warn(word);
            case MEDIUM, LOW -> Badge.rest(word);
        };
    }

    /** A code in words; one that isn't spelled by the rule is marked, and the tooltip says how it stands there. */
    static Badge category(Coded<WorkCategory> category) {
        var word = CodedBox.word(category, CATEGORY);
        if (category.text() != null && category.known() != null && !category.odd()) {
            return Badge.plain(word);
        }
        return Badge.warn(word.isBlank() ? Messages.get("work.value.none") : word)
                .explained(() -> Messages.get("work.odd", String.valueOf(category.text())));
    }

    /** A value of a facet as a person reads it. */
    static Facet named(WorkFacet facet, Facet value) {
        return new Facet(value.value(), label(facet, value), value.count());
    }

    private static String label(WorkFacet facet, Facet value) {
        var word = switch (facet) {
            case CLIENT, MACHINE, TAG -> value.label();
            case STATUS -> CodedBox.word(Coded.of(WorkStatus.class, value.value()), STATUS);
            case PRIORITY -> CodedBox.word(Coded.of(WorkPriority.class, value.value()), PRIORITY);
            case CATEGORY -> CodedBox.word(Coded.of(WorkCategory.class, value.value()), CATEGORY);
        };
        return word.isBlank() ? Messages.get("work.value.none") : word;
    }
}
