package dev.rackside.tour;

import dev.rackside.fx.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tour visits and where its pictures go.
 *
 * @param workspace one of this workstation, whose places are visited and left as they are; null for a tour of
 *     everything, on workspaces of its own that are thrown away afterwards
 * @param brief whether a menu or choice of one name is opened in the first place that has it only
 */
public record TourPlan(Path out, List<Size> sizes, List<Theme.Wish> themes, @Nullable String workspace,
        boolean brief) {

    /** A laptop's window with the sidebar folded, and a large one. */
    public static final List<Size> SIZES = List.of(new Size(1024, 700), new Size(1600, 1000));
    public static final List<Theme.Wish> THEMES = List.of(Theme.Wish.LIGHT, Theme.Wish.DARK);

    public TourPlan {
        sizes = List.copyOf(sizes);
        themes = List.copyOf(themes);
    }

    /** A tour of everything, in both themes and both sizes. */
    public TourPlan(Path out) {
        this(out, SIZES, THEMES, null, false);
    }

    /**
     * A tour of some sizes or one theme.
     *
     * @param sizes such as {@code 1024x700}; the usual ones where there is none
     * @param theme light or dark; null for both
     * @throws IllegalArgumentException with what isn't a size or a theme
     */
    public static TourPlan of(Path out, List<String> sizes, @Nullable String theme, @Nullable String workspace) {
        return new TourPlan(out, sizes.isEmpty() ? SIZES : sizes.stream().map(Size::parse).toList(),
                theme == null
                        ? THEMES
                        : List.of(THEMES.stream().filter(known -> word(known).equals(theme)).findFirst()
                                .orElseThrow(() -> new IllegalArgumentException(theme))),
                workspace, false);
    }

    /** A window's size in pixels. */
    public record Size(int width, int height) {

        /** @throws IllegalArgumentException where the words aren't such as {@code 1024x700} */
        public static Size parse(String words) {
            if (!words.matches("[1-9]\\d{2,3}x[1-9]\\d{2,3}")) {
                throw new IllegalArgumentException(words);
            }
            var sides = words.split("x", -1);
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
