package dev.rackside.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The libraries as the build wrote them down: a CycloneDX bill of materials. */
public final class Libraries {

    private static final String BILL = "/META-INF/sbom/rackside.cdx.json";

    private Libraries() {
    }

    /** All libraries by their names; empty where the program wasn't built by Maven. */
    public static List<Library> all() {
        try (var in = Libraries.class.getResourceAsStream(BILL)) {
            return in == null ? List.of() : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Library> read(InputStream bill) {
        var libraries = new LinkedHashSet<Library>();
        for (var component : JsonMapper.shared().readTree(bill).path("components")) {
            libraries.add(new Library(name(component), component.path("version").asString(""), licences(component)));
        }
        return libraries.stream().sorted(Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private static String name(JsonNode component) {
        var group = component.path("group").asString("");
        var name = component.path("name").asString("");
        return group.isEmpty() ? name : group + ":" + name;
    }

    private static String licences(JsonNode component) {
        var names = new ArrayList<String>();
        for (var licence : component.path("licenses")) {
            var one = licence.path("license");
            var words = licence.has("expression")
                    ? licence.path("expression")
                    : one.has("id") ? one.path("id") : one.path("name");
            names.add(words.asString(""));
        }
        return String.join(", ", names);
    }
}
