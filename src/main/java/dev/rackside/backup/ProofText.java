package dev.rackside.backup;

import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.TableFacts;
import dev.rackside.backup.proving.Proof;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code verification_details} in the form that {@link VerificationReport} reads. */
final class ProofText {

    private static final JsonMapper JSON = new JsonMapper();

    private ProofText() {
    }

    /** Of a backup that was just taken: what must be in it. */
    static String of(Manifest manifest) {
        var told = JSON.createObjectNode().put("method", VerificationReport.OWN_METHOD);
        told.put("source_version", manifest.serverVersion()).put("dump_bytes", manifest.dumpBytes());
        var tables = told.putArray("tables");
        for (TableFacts table : manifest.tables()) {
            tables.addObject().put("name", table.name()).put("rows_expected", table.rows());
        }
        return told.toString();
    }

    /** Of a proof; what a person noted stays, and so does what is known of the source. */
    static String of(@Nullable String before, Proof proof, Instant now) {
        var told = object(before);
        told.remove(List.of("level", "rechecked_at", "rechecked_level", "restore_ms", "duration_ms",
                "server_version"));
        told.put("method", VerificationReport.OWN_METHOD).put("checked_at", now.toString());
        if (proof.level() != null) {
            told.put("level", Coded.code(proof.level()));
        }
        if (proof.serverVersion() != null) {
            told.put("server_version", proof.serverVersion());
        }
        if (proof.restoreTime() != null) {
            told.put("duration_ms", proof.restoreTime().toMillis()).put("restore_ms", proof.restoreTime().toMillis());
        }
        if (!proof.tables().isEmpty()) {
            var tables = told.putArray("tables");
            proof.tables().forEach(table -> tables.addObject().put("name", table.name())
                    .put("rows_expected", table.rowsExpected()).put("rows_found", table.rowsFound())
                    .put("checksum_equal", table.checksumEqual()));
        }
        var differences = told.putArray("differences");
        proof.differences().forEach(differences::add);
        return told.toString();
    }

    /** Of a look that found nothing new. */
    static String lookedAgain(@Nullable String before, Proof proof, Instant now) {
        var told = object(before).put("rechecked_at", now.toString());
        if (proof.level() != null) {
            told.put("rechecked_level", Coded.code(proof.level()));
        }
        return told.toString();
    }

    private static ObjectNode object(@Nullable String text) {
        try {
            return text != null && JSON.readTree(text) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }
}
