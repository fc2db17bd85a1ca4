package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The big list of naughty strings of {@code ../shared/vectors/blns}, and some more of the kind. */
public final class Naughty {

    /** None of the list has them: what UTF-8 can't say, what ends a C string, what LIKE and a word index act on. */
    private static final List<String> MORE = List.of("\uD83D", "a\uDE00b", "\uD83D\uDE00", "a\u0000b", "%", "_", "\\",
            "!%_!", "+a -b >c <d (e) ~f* \"g\" @4", "x".repeat(10_000), "\uD83D\uDCBE".repeat(300), "a\nb\r\nc\rd",
            " leading", "trailing ", "\t", "e\u0301", "\u00E9", "\uFB01", "\u0130", "\u200B", "\u202Ertl\u202C",
            "'; DROP TABLE clients; --", "${jndi:ldap://x}", "{0} {1,choice,0#a}", "%s %n %d",
            "\uD835\uDC00".repeat(80), "\u6F22".repeat(80), "CON", "../..", "1e999999999", "9".repeat(400),
            "+999999999-12-31", "-999999999-01-01", "[x](javascript:alert(1))", "[x](file:///etc/passwd)");

    private Naughty() {
    }

    /** All of them; the test is skipped, and says so, where the list isn't beside the project. */
    public static List<String> strings() {
        var strings = new ArrayList<>(JsonMapper.shared().readValue(Vectors.at("blns/blns.json"),
                new TypeReference<List<String>>() {
                }));
        assertThat(strings).hasSizeGreaterThan(500);
        strings.addAll(MORE);
        return strings;
    }
}
