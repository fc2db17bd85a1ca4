package dev.rackside.update;

import dev.rackside.fault.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a publisher says of the newest release.
 *
 * @param notes where a person reads what is new: an address of https
 * @param validUntil when the word of it ends; who goes on hearing it then hears nothing of newer ones
 */
public record Manifest(Version version, LocalDate released, URI notes, List<ReleasedFile> files, Instant validUntil) {

    static final int FORMAT = 1;

    private static final int MOST_FILES = 100;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /**
     * Reads a manifest whose signature is good already. Names that aren't known are a newer publisher's and are let be.
     *
     * @param host who is told of where it is none
     * @throws Problem UPDATE_NOT_TRUSTED
     */
    static Manifest read(byte[] bytes, String host) {
        try {
            var json = JSON.readTree(bytes);
            if (json == null || !json.path("format").isInt()) {
                throw Distrust.UNREADABLE.problem(host);
            }
            if (json.path("format").intValue() != FORMAT) {
                throw Distrust.FORMAT.problem(host);
            }
            return new Manifest(Version.of(text(json, "version")).orElseThrow(Unreadable::new),
                    LocalDate.parse(text(json, "released")), notes(text(json, "notes")), files(json.path("files")),
                    Instant.parse(text(json, "validUntil")));
        } catch (JacksonException | DateTimeException | Unreadable _) {
            throw Distrust.UNREADABLE.problem(host);
        }
    }

    private static final class Unreadable extends RuntimeException {
        Unreadable() {
            super(null, null, false, false);
        }
    }

    private static String text(JsonNode json, String name) {
        var value = json.path(name);
        if (!value.isString() || value.stringValue().length() > 500
                || value.stringValue().chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable();
        }
        return value.stringValue();
    }

    private static URI notes(String address) {
        var uri = web(address);
        if (uri == null) {
            throw new Unreadable();
        }
        return uri;
    }

    /** An address of https with a plain host; null where it is none. */
    static @Nullable URI web(String address) {
        try {
            var uri = new URI(address);
            var https = "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
            return https && uri.getHost() != null && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static List<ReleasedFile> files(JsonNode json) {
        if (!json.isArray() || json.size() > MOST_FILES) {
            throw new Unreadable();
        }
        var files = new ArrayList<ReleasedFile>();
        for (var file : json) {
            var read = new ReleasedFile(text(file, "system"), text(file, "name"), file.path("bytes").asLong(0),
                    text(file, "sha256").toLowerCase(Locale.ROOT));
            if (read.bytes() <= 0 || !read.sha256().matches("[0-9a-f]{64}")
                    || !read.name().matches("[\\w][\\w.+~-]*")) {
                throw new Unreadable();
            }
            files.add(read);
        }
        return List.copyOf(files);
    }
}
