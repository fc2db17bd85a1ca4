package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.ErrorCode;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words and the places that show them fit together; what doesn't is listed, ready to paste. */
class MessagesTest {

    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path BUNDLE = RESOURCES.resolve("dev/rackside/text/messages.properties");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern ASKED = Pattern.compile("Messages\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][a-z0-9]*(?:\\.[a-z0-9-]+)*\\.)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");

    @Test
    void everyMessageAskedForIsThere() throws IOException {
        var wanted = new TreeSet<String>();
        wanted.addAll(found(ASKED, JAVA, ".java"));
        wanted.addAll(found(IN_FXML, RESOURCES, ".fxml"));

        assertThat(pasteable(wanted.stream().filter(key -> !Messages.has(key)))).as("missing messages").isEmpty();
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        var used = found(LITERAL, JAVA, ".java");
        used.addAll(found(IN_FXML, RESOURCES, ".fxml"));
        var prefixes = found(PREFIX, JAVA, ".java");

        var unused = Collections.list(Messages.bundle().getKeys()).stream().filter(key -> !used.contains(key))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith));
        assertThat(pasteable(unused)).as("messages that nobody uses").isEmpty();
    }

    @Test
    void everyProblemSaysWhatHappenedAndWhatToDo() {
        var wanted = Stream.of(ErrorCode.values())
                .flatMap(code -> Stream.of("problem." + code.key() + ".what", "problem." + code.key() + ".remedy"));

        assertThat(pasteable(wanted.filter(key -> !Messages.has(key)))).as("problems without words").isEmpty();
    }

    @Test
    void everyMessageIsReadableWithItsPlacesFilled() {
        var arguments = new Object[]{3, 4, 5, 6, 7, 8};
        for (var key : Collections.list(Messages.bundle().getKeys())) {
            var pattern = Messages.bundle().getString(key);
            if (pattern.contains("{0")) {
                assertThat(Messages.get(key, arguments)).as(key).doesNotContain("{").doesNotContain("''");
                assertThat(pattern.replace("''", "")).as("a lone apostrophe swallows the places of " + key)
                        .doesNotContain("'");
            }
        }
    }

    @Test
    void noMessageStandsTwice() throws IOException {
        var keys = Files.readAllLines(BUNDLE).stream().filter(line -> line.matches("[a-z].*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip()).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    private static List<String> pasteable(Stream<String> keys) {
        return keys.sorted().map(key -> key + "=").toList();
    }

    private static Set<String> found(Pattern pattern, Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).flatMap(file -> matches(pattern, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(match -> match.group(1)).toList().stream();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
