package dev.rackside.insight;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An insight as a form edits it, with the rules that the form shows and the service checks. That a machine belongs to
 * the insight's client only the service knows.
 *
 * @param clientId null: holds for every client
 * @param machineId null: holds for the whole client
 * @param description Markdown
 * @param priority from 1 to 10; 10 is the most important
 */
public record InsightDraft(@Nullable UUID clientId, @Nullable UUID machineId, Coded<InsightCategory> category,
        @Nullable String title, @Nullable String description, Commands examples, Coded<Confidence> confidence,
        @Nullable Integer priority, @Nullable UUID sourcePatternId) {

    private static final int TITLE_LIMIT = 500;
    private static final int USUAL_PRIORITY = 5;

    /** What a new insight starts from. Its category and its confidence are for a person to say. */
    public static InsightDraft blank(@Nullable UUID clientId) {
        return new InsightDraft(clientId, null, Coded.of(InsightCategory.class, null), null, null, Commands.NONE,
                Coded.of(Confidence.SUSPECTED), USUAL_PRIORITY, null);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("title", title)
                .atMost("title", title, TITLE_LIMIT)
                .required("category", category.text())
                .that(category.text() == null || category.known() != null, "category", "rule.unknown-value",
                        String.valueOf(category.text()))
                .required("confidence", confidence.text())
                .that(confidence.text() == null || confidence.known() != null, "confidence", "rule.unknown-value",
                        String.valueOf(confidence.text()))
                .required("priority", priority)
                .between("priority", priority, 1, 10)
                .fitsText("description", description)
                .fitsText("examples", examples.stored())
                .violations();
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new insight
     */
    public List<Violation> violationsSince(@Nullable InsightDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each)).toList();
    }
}
