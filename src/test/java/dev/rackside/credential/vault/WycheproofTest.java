package dev.rackside.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.Vectors;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vectors that were made to find faults, through the vault's own classes. */
class WycheproofTest {

    private static byte[] bytes(JsonNode from, String name) {
        return HexFormat.of().parseHex(from.get(name).asString());
    }

    private static boolean valid(JsonNode test) {
        return "valid".equals(test.get("result").asString());
    }

    /** Each test with its group. */
    private record Case(JsonNode group, JsonNode test) {
        @Override
        public String toString() {
            return "tcId " + test.get("tcId");
        }
    }

    private static List<Case> cases(String file) {
        var cases = new ArrayList<Case>();
        for (var group : JsonMapper.shared().readTree(Vectors.at("wycheproof/" + file)).get("testGroups")) {
            group.get("tests").forEach(test -> cases.add(new Case(group, test)));
        }
        return cases;
    }

    @Test
    void aesGcmOfOurShapeIsSealedAndOpened() {
        var cases = cases("aes_gcm_test.json").stream()
                .filter(each -> each.group().get("ivSize").asInt() == 96
                        && each.group().get("keySize").asInt() == 256 && each.group().get("tagSize").asInt() == 128)
                .toList();
        assertThat(cases).hasSize(66).allSatisfy(each -> {
            var test = each.test();
            var sealed = Bytes.joined(bytes(test, "ct"), bytes(test, "tag"));
            if (valid(test)) {
                assertThat(Jdk.open(bytes(test, "key"), bytes(test, "iv"), bytes(test, "aad"), sealed,
                        ErrorCode.SECRET_DAMAGED)).isEqualTo(bytes(test, "msg"));
                assertThat(Jdk.seal(bytes(test, "key"), bytes(test, "iv"), bytes(test, "aad"), bytes(test, "msg")))
                        .isEqualTo(sealed);
            } else {
                assertThatThrownBy(() -> Jdk.open(bytes(test, "key"), bytes(test, "iv"), bytes(test, "aad"), sealed,
                        ErrorCode.SECRET_DAMAGED)).isInstanceOf(Problem.class);
            }
        });
    }

    @Test
    void hkdfDerivesWhatItShould() {
        var cases = cases("hkdf_sha256_test.json");
        assertThat(cases).hasSize(86).allSatisfy(each -> {
            var test = each.test();
            if (valid(test)) {
                assertThat(Jdk.derive(bytes(test, "salt"), bytes(test, "ikm"), bytes(test, "info"),
                        test.get("size").asInt())).isEqualTo(bytes(test, "okm"));
            } else {
                assertThatThrownBy(() -> Jdk.derive(bytes(test, "salt"), bytes(test, "ikm"), bytes(test, "info"),
                        test.get("size").asInt())).isInstanceOf(RuntimeException.class);
            }
        });
    }

    @Test
    void signaturesAreRightOrRefused() {
        var cases = cases("ed25519_test.json");
        assertThat(cases).hasSize(151).allSatisfy(each -> {
            var keys = new PublicKeys(new UUID(0, 1), 1, new byte[32],
                    bytes(each.group().get("publicKey"), "pk"));
            assertThat(keys.signed(bytes(each.test(), "msg"), bytes(each.test(), "sig")))
                    .isEqualTo(valid(each.test()));
        });
    }

    /** A public key of small order would make a key that everybody knows: nothing is sealed to it. */
    @Test
    void nothingIsSealedToAKeyOfSmallOrder() {
        var low = cases("x25519_test.json").stream()
                .filter(each -> each.test().get("flags").toString().contains("ZeroSharedSecret")).toList();
        assertThat(low).hasSizeGreaterThan(5).allSatisfy(each -> {
            var keys = new PublicKeys(new UUID(0, 1), 1, bytes(each.test(), "public"), new byte[32]);
            assertThatThrownBy(() -> TechnicianKeys.seal(keys, new byte[0], new byte[32]))
                    .isInstanceOf(RuntimeException.class);
        });
    }

    /** Of the others each is a key to which something can be sealed and from which it can be opened. */
    @Test
    void whatIsSealedToAKeyIsOpenedByItsPrivateKey() {
        var seen = new HashMap<String, Boolean>();
        for (var each : cases("x25519_test.json")) {
            if (!valid(each.test()) || seen.put(each.test().get("private").asString(), true) != null) {
                continue;
            }
            try (var keys = TechnicianKeys.of(new UUID(0, 1), 1, bytes(each.test(), "private"), Bytes.random(32))) {
                var sealed = TechnicianKeys.seal(keys.known(), new byte[]{1}, new byte[]{42});
                assertThat(keys.open(new byte[]{1}, sealed)).as(each.toString()).containsExactly(42);
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void argon2StretchesAsOthersDo() throws IOException {
        var cases = 0;
        Map<String, String> values = new HashMap<>();
        for (var line : Files.readAllLines(Vectors.at("argon2/pyca_argon2id.txt"))) {
            var pair = line.split("=", 2);
            if (!line.startsWith("#") && pair.length == 2) {
                values.put(pair[0].strip(), pair[1].strip());
            }
            if (line.startsWith("output")) {
                var hex = HexFormat.of();
                var cost = new Cost(Integer.parseInt(values.get("memcost")), Integer.parseInt(values.get("iter")),
                        Integer.parseInt(values.get("lanes")));
                var more = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withSecret(hex.parseHex(values.getOrDefault("secret", "")))
                        .withAdditional(hex.parseHex(values.getOrDefault("ad", "")));
                assertThat(cost.stretch(more, hex.parseHex(values.get("pass")), hex.parseHex(values.get("salt")),
                        Integer.parseInt(values.get("length")))).as("case " + cases)
                        .isEqualTo(hex.parseHex(values.get("output")));
                cases++;
                values.keySet().removeAll(Set.of("secret", "ad"));
            }
        }
        assertThat(cases).isEqualTo(6);
    }

    @Test
    void ciphersAreTheJdksOwn() throws Exception {
        assertThat(Jdk.gcm().getProvider().getName()).isEqualTo("SunJCE");
    }
}
