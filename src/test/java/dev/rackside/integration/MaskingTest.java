package dev.rackside.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in every shape that other programs write; the canary must be nowhere, what is no secret must stay. */
class MaskingTest {

    private static final String CANARY = "cAnArY7Qx2";

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"headers\": {\"Authorization\": \"Bearer %s\", \"Accept\": \"stays\"}}",
            "{\"headers\": {\"X-Api-Key\": \"%s\"}, \"a\": \"stays\"}",
            "{\"Cookie\": \"sid=%s; x=1\", \"a\": \"stays\"}",
            "{\"set-cookie\": [\"sid=%s\", \"b=%s\"], \"a\": \"stays\"}",
            "{\"deep\": [{\"er\": {\"client_secret\": \"%s\", \"a\": \"stays\"}}]}",
            "{\"accessToken\": \"%s\", \"refresh_token\": \"%s\", \"a\": \"stays\"}",
            "{\"password\": {\"old\": \"%s\", \"new\": \"%s\"}, \"a\": \"stays\"}",
            "{\"pass\\u0077ord\": \"%s\", \"a\": \"stays\"}",
            "[{\"name\": \"Authorization\", \"value\": \"%s\"}, {\"name\": \"Accept\", \"value\": \"stays\"}]",
            "[[\"Authorization\", \"%s\"], [\"Accept\", \"stays\"]]",
            "{\"body\": \"{\\\"api_key\\\": \\\"%s\\\"}\", \"a\": \"stays\"}",
            "{\"body\": \"grant_type=stays&client_secret=%s&scope=x\"}",
            "{\"url\": \"https://api.example.com/stays?api_key=%s&page=2\"}",
            "{\"url\": \"https://user:%s@stays.example.com/x\"}",
            "{\"curl\": \"curl -H 'Authorization: Bearer %s' https://stays\"}",
            "{\"hook\": \"https://hooks.zapier.com/hooks/catch/1/%s/\", \"a\": \"stays\"}",
            "{\"ApiIntegrationCode\": \"%s\", \"UserName\": \"stays\"}",
            "{\"pwd\": 123, \"a\": \"stays\", \"auth\": \"%s\"}",
            "Authorization: Basic %s\r\nAccept: stays",
            "GET /x HTTP/1.1\nHost: stays\nCookie: a=1; sid=%s\n\n",
            "X-Api-Key: %s\nstays",
            "username=stays&password=%s&remember=1",
            "stays&client%%5Fsecret=%s",
            "<login><user>stays</user><password>%s</password></login>",
            "<s:Token xmlns:s='x'><![CDATA[%s]]></s:Token><a>stays</a>",
            "{'password': '%s', 'user': 'stays'}",
            "{\"user\": \"stays\", \"token\": \"%s",
            "{\"user\": \"stays\", \"tokens\": [\"%s\", \"%s\"",
            "{\"a\": \"stays\", \"b\": \"{\\\"secret\\\": \\\"%s\\\", \\\"c\\\": \\\"",
            "{\"a\": \"stays\", \"pass\\u0077ord\": \"%s",
            "{\"a\": \"stays\"} trailing {\"password\": \"x\\\"%s\"}",
            "password => \"%s\", stays",
            "password=\"a b %s\" stays",
            "pwd: '%s' stays",
            "stays -----BEGIN RSA PRIVATE KEY-----\nMII%s\n-----END RSA PRIVATE KEY-----",
    })
    void secretIsMaskedWhateverItsShape(String shape) {
        var body = Bodies.of(shape.replace("%s", CANARY).replace("%%", "%"), shape.length());
        assertThat(body.text()).doesNotContain(CANARY).contains("stays").contains(Masking.MASK);
        assertThat(body.masked()).isPositive();
    }

    @Test
    void secretIsFoundInWhatIsEncodedAndPacked() throws IOException {
        var secret = "{\"user\": \"x\", \"password\": \"" + CANARY + "\"}";
        var base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(secret.getBytes(StandardCharsets.UTF_8));
        }
        var gzipped = Base64.getEncoder().encodeToString(packed.toByteArray());
        for (var encoded : new String[]{base64, gzipped}) {
            assertThat(Bodies.of("{\"payload\": \"" + encoded + "\"}", 1).text()).doesNotContain(encoded);
            assertThat(Bodies.of("payload " + encoded + " end", 1).text()).doesNotContain(encoded);
        }
        var basic = Base64.getEncoder().encodeToString(("user:" + CANARY).getBytes(StandardCharsets.UTF_8));
        assertThat(Masking.text("sent with Basic " + basic).text()).doesNotContain(basic);
        var jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijk";
        assertThat(Masking.text("got " + jwt).text()).isEqualTo("got " + Masking.MASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"session_id\": \"0196f0a0-0000-7000-8000-00000000000a\", \"note\": \"Basic information only\"}",
            "{\"author\": \"mara\", \"count\": 3, \"passed\": true, \"has_token\": true, \"password\": null}",
            "Ticket 4711: the printer in room 5 doesn't print. Bearer of bad news.",
            "https://desk.example.com/tickets/4711?page=2#top",
            "{\"sha256\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}"})
    void whatIsNoSecretStays(String text) {
        var body = Bodies.of(text, text.length());
        assertThat(body.masked()).isZero();
        assertThat(body.text().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void jsonIsPrintedWithItsNumbersAndItsOrder() {
        var body = Bodies.of("{\"b\":1.10,\"a\":[1,12345678901234567890],\"ü\":\"é\"}", 10);
        assertThat(body.kind()).isEqualTo(Body.Kind.JSON);
        assertThat(body.text()).isEqualTo("""
                {
                  "b": 1.10,
                  "a": [
                    1,
                    12345678901234567890
                  ],
                  "ü": "é"
                }""");
    }

    @Test
    void whatIsNoJsonIsShownRawAndMarked() {
        for (var text : new String[]{"OK", "{\"a\": 1, \"a\": 2}", "{\"a\": 1", "[".repeat(2000) + "]".repeat(2000)}) {
            var body = Bodies.of(text, text.length());
            assertThat(body.kind()).isEqualTo(Body.Kind.TEXT);
            assertThat(body.text()).isEqualTo(text);
        }
        assertThat(Bodies.of(null, 0).kind()).isEqualTo(Body.Kind.NONE);
        assertThat(Bodies.of("  ", 2).kind()).isEqualTo(Body.Kind.NONE);
    }

    @Test
    void longBodyIsCutAtAWholeCharacterAndMarked() {
        var fits = "\"" + "x".repeat(Body.MOST_BYTES - 2) + "\"";
        assertThat(Bodies.of(fits, fits.length())).matches(body -> !body.cut() && body.kind() == Body.Kind.JSON);
        var longer = "{\"password\": \"" + CANARY + "\", \"a\": \"" + "ü".repeat(Body.MOST_BYTES);
        var body = Bodies.of(longer, 999_999);
        assertThat(body.cut()).isTrue();
        assertThat(body.bytes()).isEqualTo(999_999);
        assertThat(body.text().getBytes(StandardCharsets.UTF_8).length).isBetween(Body.MOST_BYTES - 100,
                Body.MOST_BYTES + 100);
        assertThat(body.text()).doesNotContain(CANARY).endsWith("ü");
    }

    @Test
    void indentsDoNotBlowUpMemory() {
        var deep = "[".repeat(400) + "0,".repeat(100_000) + "0" + "]".repeat(400);
        assertThat(Bodies.of(deep, deep.length()).kind()).isEqualTo(Body.Kind.TEXT);
    }

    @Test
    void charactersThatPlayTricksAreSpelledOut() {
        assertThat(Bodies.of("a\u001b[31mred\u202Egnp.exe\r\nnext\ttab 😀", 1).text())
                .isEqualTo("a\\u001B[31mred\\u202Egnp.exe\nnext\ttab 😀");
        assertThat(Bodies.of("{\"a\": \"\u202E\"}", 1).text()).contains("\\u202E");
    }

    @Test
    void hostileTextTakesNoTime() {
        for (var piece : new String[]{"\"", "\\\"", "a=", "<a ", "://", "\"password\":{", "Bearer ", "'token':\\\\'",
                "-----BEGIN ",
                "aaaaaaaaaa"}) {
            var text = piece.repeat(Body.MOST_BYTES / piece.length());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> org.junit.jupiter.api.Assertions
                    .assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Bodies.of(text, text.length()))))
                    .as(piece).isNull();
        }
    }
}
