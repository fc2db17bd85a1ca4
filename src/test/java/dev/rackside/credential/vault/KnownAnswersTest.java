package dev.rackside.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.Vectors;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another program made by the same description opens here, or is refused for the reason given. */
class KnownAnswersTest {

    /** The reasons in a person's words for what was done to each that doesn't open. */
    private static final Map<String, ErrorCode> REASONS = Map.ofEntries(
            Map.entry("neg-flip-magic", ErrorCode.SECRET_NOT_OURS),
            Map.entry("neg-flip-flags", ErrorCode.SECRET_DAMAGED),
            Map.entry("neg-flip-vault-id", ErrorCode.SECRET_KEY_UNKNOWN),
            Map.entry("neg-flip-salt", ErrorCode.SECRET_DAMAGED),
            Map.entry("neg-flip-first-ciphertext-byte", ErrorCode.SECRET_DAMAGED),
            Map.entry("neg-other-row", ErrorCode.SECRET_DAMAGED),
            Map.entry("neg-other-kind", ErrorCode.SECRET_DAMAGED),
            Map.entry("neg-wrong-vk", ErrorCode.SECRET_DAMAGED),
            Map.entry("neg-trunc-3", ErrorCode.SECRET_NOT_OURS),
            Map.entry("neg-trunc-84", ErrorCode.SECRET_DAMAGED),
            Map.entry("neg-trunc-355", ErrorCode.SECRET_DAMAGED),
            Map.entry("grant-neg-vault", ErrorCode.SECRET_GRANT_FORGED),
            Map.entry("grant-neg-recipient", ErrorCode.SECRET_GRANT_FORGED),
            Map.entry("grant-neg-time", ErrorCode.SECRET_GRANT_FORGED),
            Map.entry("grant-neg-ct", ErrorCode.SECRET_GRANT_FORGED),
            Map.entry("grant-neg-signature", ErrorCode.SECRET_GRANT_FORGED),
            Map.entry("grant-neg-forged-granter", ErrorCode.SECRET_GRANT_FORGED),
            Map.entry("prk-weak", ErrorCode.SECRET_KEY_WEAK),
            Map.entry("prk-neg-parallelism", ErrorCode.SECRET_PASSWORD_WRONG),
            Map.entry("prk-neg-memory", ErrorCode.SECRET_PASSWORD_WRONG),
            Map.entry("prk-neg-iterations", ErrorCode.SECRET_PASSWORD_WRONG),
            Map.entry("prk-neg-salt", ErrorCode.SECRET_PASSWORD_WRONG),
            Map.entry("prk-neg-technician", ErrorCode.SECRET_MOVED),
            Map.entry("prk-neg-key-version", ErrorCode.SECRET_OLDER));

    private final JsonNode answers = JsonMapper.shared().readTree(Vectors.at("envelope-kat/envelope-kat.json"));

    private static byte[] bytes(JsonNode from, String name) {
        return HexFormat.of().parseHex(from.get(name).asString());
    }

    private static UUID id(JsonNode from, String name) {
        var buffer = ByteBuffer.wrap(bytes(from, name));
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static DynamicTest test(JsonNode answer, Runnable opens, ThrowingCallable open) {
        var name = answer.get("id").asString();
        var valid = "valid".equals(answer.get("result").asString());
        return DynamicTest.dynamicTest(name, () -> {
            if (valid) {
                opens.run();
            } else {
                assertThat(REASONS).containsKey(name);
                assertThatThrownBy(open).isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(REASONS.get(name)));
            }
        });
    }

    @TestFactory
    List<DynamicTest> envelopes() {
        var tests = new ArrayList<DynamicTest>();
        for (var answer : answers.get("records")) {
            var key = new VaultKey(id(answer, "vault"), answer.get("generation").asInt(),
                    Wiped.of(bytes(answer, "vk")));
            var place = new Binding(answer.get("column").asString(), id(answer, "credential"),
                    answer.get("version").asLong(), answer.get("kind").asString());
            var envelope = bytes(answer, "envelope");
            tests.add(test(answer, () -> {
                assertThat(place.bytes()).isEqualTo(bytes(answer, "context"));
                assertThat(Envelope.open(key, place, envelope)).isEqualTo(bytes(answer, "payload"));
                var schema = Short.toUnsignedInt(ByteBuffer.wrap(envelope).getShort(6));
                assertThat(Envelope.seal(key, place, schema, bytes(answer, "salt"), bytes(answer, "payload")))
                        .isEqualTo(envelope);
            }, () -> Envelope.open(key, place, envelope)));
        }
        assertThat(tests).hasSize(13);
        return tests;
    }

    @TestFactory
    List<DynamicTest> privateKeys() {
        var tests = new ArrayList<DynamicTest>();
        for (var answer : answers.get("privateKeys")) {
            var envelope = bytes(answer, "envelope");
            var password = answer.get("password").asString().toCharArray();
            var device = bytes(answer, "deviceSecret");
            ThrowingCallable open = () -> SealedKeys.open(envelope, id(answer, "technician"),
                    answer.get("keyVersion").asInt(), password, device.length == 0 ? null : Wiped.of(device.clone()));
            tests.add(test(answer, () -> opens(answer, envelope, password, device), open));
        }
        assertThat(tests).hasSize(9);
        return tests;
    }

    private static void opens(JsonNode answer, byte[] envelope, char[] password, byte[] device) {
        var cost = new Cost(answer.get("m").asInt(), answer.get("t").asInt(), answer.get("p").asInt());
        var salt = java.util.Arrays.copyOfRange(envelope, 16, 32);
        var stretched = cost.stretch(password, salt);
        assertThat(stretched).isEqualTo(bytes(answer, "stretched"));
        assertThat(SealedKeys.key(stretched, device, salt, id(answer, "technician"), answer.get("keyVersion").asInt()))
                .isEqualTo(bytes(answer, "kek"));
        try (var keys = keys(answer)) {
            assertThat(keys.both()).isEqualTo(
                    Bytes.joined(bytes(answer, "x25519Private"), bytes(answer, "ed25519Seed")));
            assertThat(keys.known().x25519()).isEqualTo(bytes(answer, "x25519Public"));
            assertThat(keys.known().ed25519()).isEqualTo(bytes(answer, "ed25519Public"));
        }
    }

    private static TechnicianKeys keys(JsonNode answer) {
        var device = bytes(answer, "deviceSecret");
        return SealedKeys.open(bytes(answer, "envelope"), id(answer, "technician"), answer.get("keyVersion").asInt(),
                answer.get("password").asString().toCharArray(), device.length == 0 ? null : Wiped.of(device));
    }

    private JsonNode privateKey(String name) {
        for (var answer : answers.get("privateKeys")) {
            if (answer.get("id").asString().equals(name)) {
                return answer;
            }
        }
        throw new AssertionError(name);
    }

    @TestFactory
    List<DynamicTest> grants() {
        var tests = new ArrayList<DynamicTest>();
        for (var answer : answers.get("grants")) {
            var recipient = keys(privateKey(answer.get("recipient").asString()));
            var granter = keys(privateKey(answer.get("granter").asString())).known();
            ThrowingCallable open = () -> Grant.open(bytes(answer, "grant"), id(answer, "vault"),
                    answer.get("generation").asInt(), recipient, (who, version) -> Optional.of(granter)
                            .filter(keys -> keys.technician().equals(who) && keys.version() == version));
            tests.add(test(answer, () -> {
                try (var key = Grant.open(bytes(answer, "grant"), id(answer, "vault"),
                        answer.get("generation").asInt(), recipient, (_, _) -> Optional.of(granter))) {
                    assertThat(key.secret().<byte[]>use(byte[]::clone)).isEqualTo(bytes(answer, "vk"));
                }
            }, open));
        }
        assertThat(tests).hasSize(7);
        return tests;
    }
}
