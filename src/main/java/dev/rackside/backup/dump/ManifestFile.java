package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file beside a backup that says what must be in it: a JSON object of {@code manifest}, {@code key} (which key
 * authenticates it) and {@code seal} (HMAC-SHA-256 over the manifest as compact JSON, its members in their order).
 */
public final class ManifestFile {

    /** What a manifest is called behind the backup's name. */
    public static final String ENDING = ".manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final long LONGEST = 256L * 1024 * 1024;

    private ManifestFile() {
    }

    /** Where the manifest of a backup is. */
    public static Path of(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ENDING);
    }

    /** Writes it; when this returns, it is on the disk. */
    static void write(Path file, Manifest manifest, SealKey key) throws IOException {
        var body = JSON.valueToTree(manifest);
        var whole = JSON.createObjectNode().put("key", key.id()).put("seal", key.seal(JSON.writeValueAsBytes(body)));
        whole.set("manifest", body);
        var bytes = ByteBuffer.wrap(PRETTY.writeValueAsBytes(whole));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * Reads and authenticates it.
     *
     * @throws DumpFailure MANIFEST_MISSING where there is none that can be read; KEY_MISSING where it was
     *     sealed by a key that isn't here; MANIFEST_DIFFERS where it was changed since
     */
    public static Manifest read(Path file, OpeningKeys keys) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw new DumpFailure(Reason.MANIFEST_MISSING, file.toString());
            }
            var whole = JSON.readTree(Files.readAllBytes(file));
            var body = whole.path("manifest");
            if (!body.isObject()) {
                throw new DumpFailure(Reason.MANIFEST_MISSING, file.toString());
            }
            if (!keys.of(whole.path("key").asString("")).sealed(JSON.writeValueAsBytes(body),
                    whole.path("seal").asString(""))) {
                throw new DumpFailure(Reason.MANIFEST_DIFFERS, file.toString());
            }
            var manifest = JSON.treeToValue(body, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new DumpFailure(Reason.TOOL_TOO_OLD, "manifest " + manifest.format());
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new DumpFailure(Reason.MANIFEST_MISSING, file.toString(), e);
        }
    }
}
