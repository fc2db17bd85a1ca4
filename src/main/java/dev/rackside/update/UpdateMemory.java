package dev.rackside.update;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code updates.json} of the configuration folder: when it was asked last, and the newest manifest that was believed. */
final class UpdateMemory {

    static final String NAME = "updates.json";

    private static final Logger LOG = LoggerFactory.getLogger(UpdateMemory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    UpdateMemory(Path config) {
        file = config.resolve(NAME);
    }

    /**
     * What is known.
     *
     * @param askedAt null where nobody asked yet
     * @param newest the newest version that was told of; null where none was
     * @param validUntil of that version's manifest
     */
    record Known(@Nullable Instant askedAt, @Nullable Version newest, @Nullable Instant validUntil) {

        static final Known NOTHING = new Known(null, null, null);

        Known asked(Instant at) {
            return new Known(at, newest, validUntil);
        }

        Known seen(Manifest manifest) {
            return new Known(askedAt, manifest.version(), manifest.validUntil());
        }

        /** Whether a manifest was made before the newest one. */
        boolean newerThan(Manifest manifest) {
            if (newest == null || validUntil == null) {
                return false;
            }
            var compared = manifest.version().compareTo(newest);
            return compared < 0 || (compared == 0 && manifest.validUntil().isBefore(validUntil));
        }
    }

    /** Nothing where there is no file, or none that can be read. */
    Known read() {
        if (!Files.exists(file)) {
            return Known.NOTHING;
        }
        try {
            var json = JSON.readTree(Files.readString(file));
            return new Known(moment(json, "askedAt"), Version.of(json.path("newest").asString("")).orElse(null),
                    moment(json, "validUntil"));
        } catch (IOException | JacksonException | DateTimeException e) {
            LOG.warn("{} can't be read; nothing is known of earlier checks: {}", file, e.getClass().getSimpleName());
            return Known.NOTHING;
        }
    }

    private static @Nullable Instant moment(JsonNode json, String name) {
        var text = json.path(name).asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }

    /** @throws Problem NOT_WRITABLE */
    void write(Known known) {
        var json = JSON.createObjectNode();
        json.put("askedAt", known.askedAt() == null ? null : known.askedAt().toString());
        json.put("newest", known.newest() == null ? null : known.newest().toString());
        json.put("validUntil", known.validUntil() == null ? null : known.validUntil().toString());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OwnerOnly.write(file, json + "\n");
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }
}
