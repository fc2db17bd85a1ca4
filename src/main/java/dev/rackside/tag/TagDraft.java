package dev.rackside.tag;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tag as a form edits it, with the rules that the form shows and the service checks.
 *
 * @param name unique, upper and lower case alike
 * @param category a word of the team's own by which tags are grouped
 * @param color {@code #RRGGBB}
 */
public record TagDraft(@Nullable String name, @Nullable String category, @Nullable String description,
        @Nullable String color) {

    /** The longest name that a tag can have, in characters. */
    public static final int LONGEST_NAME = 100;

    private static final int LONGEST_CATEGORY = 50;
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");

    /** What a new tag starts from. */
    public static TagDraft blank() {
        return new TagDraft(null, null, null, null);
    }

    /** Whether a text is a colour that can be drawn. */
    public static boolean isColor(@Nullable String text) {
        return text != null && COLOR.matcher(text).matches();
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("name", name)
                .atMost("name", name, LONGEST_NAME)
                .atMost("category", category, LONGEST_CATEGORY)
                .fitsText("description", description)
                .that(color == null || isColor(color), "color", "tag.rule.color")
                .violations();
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new tag
     */
    public List<Violation> violationsSince(@Nullable TagDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each) || changed(each, before))
                        .toList();
    }

    /** A colour that was none may stay only as the very same text. */
    private boolean changed(Violation violation, TagDraft before) {
        return violation.field().equals("color") && !Objects.equals(color, before.color());
    }
}
