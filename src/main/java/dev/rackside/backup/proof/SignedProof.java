package dev.rackside.backup.proof;

import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A proof and the signature under it: a JSON object of {@code proof} and {@code signature}. What is signed (Ed25519) is
 * {@code rackside-proof/v1}, a zero byte, and the proof as compact JSON in UTF-8, its members in their order.
 *
 * @param tree the proof as it was read or written, with what this program may not know of it
 */
public record SignedProof(RestoreProof proof, JsonNode tree, String signature) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static SignedProof sign(RestoreProof proof, UnaryOperator<byte[]> signing) {
        JsonNode tree = JSON.valueToTree(proof);
        return new SignedProof(proof, tree,
                HexFormat.of().formatHex(signing.apply(JSON.writeValueAsBytes(tree))));
    }

    /** As it is written to a file. */
    public byte[] bytes() {
        var whole = JSON.createObjectNode();
        whole.set("proof", tree);
        whole.put("signature", signature);
        return PRETTY.writeValueAsBytes(whole);
    }

    /** @throws Problem PROOF_UNREADABLE where it is no proof, or one of a newer program */
    public static SignedProof read(byte[] bytes, Object where) {
        try {
            var whole = JSON.readTree(bytes);
            var tree = whole.path("proof");
            if (!tree.isObject() || !RestoreProof.KIND.equals(tree.path("kind").asString(""))
                    || tree.path("format").asInt(0) != RestoreProof.FORMAT) {
                throw new Problem(ErrorCode.PROOF_UNREADABLE, where);
            }
            return new SignedProof(JSON.treeToValue(tree, RestoreProof.class), tree,
                    whole.path("signature").asString(""));
        } catch (JacksonException e) {
            throw new Problem(ErrorCode.PROOF_UNREADABLE, e, where);
        }
    }

    /** Whose keys it names; null where they are none, or don't have the fingerprint that it says. */
    public @Nullable PublicKeys signer() {
        var named = proof.signer();
        try {
            var keys = new PublicKeys(named.technician(), named.keyVersion(), HexFormat.of().parseHex(named.x25519()),
                    HexFormat.of().parseHex(named.ed25519()));
            return keys.fingerprint().equals(named.fingerprint()) && keys.words().equals(named.words()) ? keys : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Whether nothing of it was changed since whoever it names signed it. */
    public boolean holds() {
        var keys = signer();
        try {
            return keys != null
                    && keys.signedProof(JSON.writeValueAsBytes(tree), HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
