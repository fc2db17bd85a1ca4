package dev.rackside.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The texts in the resources. A file is a row of blocks: {@code === key}, then lines {@code name: value} (a name may
 * come several times), and after {@code text:} Markdown up to the next block.
 */
final class TextBlocks {

    private static final String START = "=== ";
    private static final String TEXT = "text:";

    private TextBlocks() {
    }

    /** One block of a file. */
    record Block(String key, Map<String, List<String>> lines, String text) {

        /** All values of a name, none where it isn't there. */
        List<String> all(String name) {
            return lines.getOrDefault(name, List.of());
        }

        /** The value of a name, or what stands for it. */
        String get(String name, String otherwise) {
            var values = all(name);
            return values.isEmpty() ? otherwise : values.getFirst();
        }

        int number(String name, int otherwise) {
            return Integer.parseInt(get(name, String.valueOf(otherwise)));
        }
    }

    /** A resource beside this class. */
    static InputStream open(String resource) {
        return Objects.requireNonNull(TextBlocks.class.getResourceAsStream(resource), resource);
    }

    static List<Block> read(String resource) {
        var blocks = new ArrayList<Block>();
        try (var reader = new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
            var key = "";
            var inside = new ArrayList<String>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(START)) {
                    keep(key, inside, blocks);
                    key = line.substring(START.length()).strip();
                    inside.clear();
                } else {
                    inside.add(line);
                }
            }
            keep(key, inside, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(blocks);
    }

    private static void keep(String key, List<String> inside, List<Block> blocks) {
        if (key.isEmpty()) {
            return;
        }
        var body = inside.indexOf(TEXT);
        var head = body < 0 ? inside : inside.subList(0, body);
        var lines = new LinkedHashMap<String, List<String>>();
        for (var line : head) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                lines.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        var text = body < 0 ? "" : String.join("\n", inside.subList(body + 1, inside.size())).strip();
        blocks.add(new Block(key, lines, text));
    }
}
