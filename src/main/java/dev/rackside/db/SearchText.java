package dev.rackside.db;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person typed into a search box, cut into what each row must contain. */
public record SearchText(List<String> words) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\s]*");
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_INDEXED = 3;
    private static final int LONGEST_INDEXED = 60;

    /** Plain words one by one; with any other character the whole text is one phrase. */
    public static SearchText of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new SearchText(List.of());
        }
        var stripped = text.strip();
        if (!PLAIN.matcher(stripped).matches()) {
            return new SearchText(List.of(stripped));
        }
        return new SearchText(Arrays.stream(stripped.split("\\s+")).distinct().limit(MOST_WORDS).toList());
    }

    /** The words by which an index of words may find some of the rows: it knows none that are shorter. */
    List<String> indexed() {
        return words.stream().flatMap(word -> Arrays.stream(word.split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_INDEXED && word.length() <= LONGEST_INDEXED).distinct()
                .toList();
    }

    /** The pattern that finds a text anywhere, with {@code !} as the escape of {@code %}, {@code _} and itself. */
    public static String like(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
