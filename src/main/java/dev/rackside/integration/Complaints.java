package dev.rackside.integration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a system complains of, in its own words, whichever of the many shapes it has: {@code error}, {@code errors} and
 * {@code message} as a text, a list or an object by field, objects with a message in each, or fields at the top.
 */
public final class Complaints {

    private static final List<String> NAMES = List.of("error", "errors", "message", "error_description");
    private static final int MOST = 5;

    private Complaints() {
    }

    /** One line; empty where it says nothing that can be told. */
    public static String of(Answer answer) {
        var found = new LinkedHashSet<String>();
        var body = answer.body();
        NAMES.forEach(name -> collect(body.at(name), "", found));
        if (found.isEmpty() && body.isObject() && !body.entries().isEmpty()
                && body.entries().stream().allMatch(each -> each.getValue().isArray())) {
            body.entries().forEach(each -> collect(each.getValue(), each.getKey(), found));
        }
        return answer.says(String.join("; ", found.stream().limit(MOST).toList()));
    }

    /** The same; where it says nothing, its status. */
    public static String orStatus(Answer answer) {
        var words = of(answer);
        return words.isEmpty() ? "HTTP " + answer.status() : words;
    }

    private static void collect(Fields said, String field, Set<String> found) {
        var text = said.text();
        if (text != null) {
            found.add(field.isEmpty() ? text : field + ": " + text);
        } else if (said.isArray()) {
            said.items().forEach(each -> collect(each, field, found));
        } else if (said.isObject()) {
            var message = said.text("message");
            if (message != null) {
                collect(said.at("message"), said.text("field", ""), found);
            } else {
                said.entries().forEach(each -> collect(each.getValue(), each.getKey(), found));
            }
        }
    }
}
