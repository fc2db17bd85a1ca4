package dev.rackside.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void plainTextIsARegularExpressionToo() {
        var signature = Signature.of("Access is denied");
        assertThat(signature.fault()).isNull();
        assertThat(signature.plain()).isTrue();
        assertThat(signature.trial("ERROR 5\nACCESS IS DENIED").matches())
                .containsExactly(new Signature.Match(2, "ACCESS IS DENIED"));
        assertThat(signature.trial("ERROR 5\nACCESS IS DENIED").plain()).isEqualTo(8);
    }

    @Test
    void brokenExpressionSaysWhereAndStillCountsAsText() {
        var signature = Signature.of("Cannot open (");
        assertThat(signature.fault()).isEqualTo("Unclosed group");
        assertThat(signature.faultAt()).isEqualTo(13);
        assertThat(signature.trial("cannot open (disk)")).isEqualTo(new Signature.Trial(0, java.util.List.of(), false));
    }

    @Test
    void expressionFindsWhatTheTextDoesNot() {
        var signature = Signature.of("^error (\\d+):.*spooler$");
        assertThat(signature.plain()).isFalse();
        var trial = signature.trial("warning\nError 1722: print spooler\nerror x: spooler\nERROR 5: spooler");
        assertThat(trial.plain()).isEqualTo(-1);
        assertThat(trial.matches()).extracting(Signature.Match::line).containsExactly(2, 4);
    }

    @Test
    void nothingIsFoundByNoSignature() {
        assertThat(Signature.of(null).trial("anything").matches()).isEmpty();
        assertThat(Signature.of("").trial("anything").plain()).isEqualTo(-1);
    }

    @Test
    void expressionThatWouldTakeForeverIsGivenUp() {
        var begun = Instant.now();
        var trial = Signature.of("(a|aa)+(b|bb)+$c").trial("a".repeat(5000) + "b".repeat(50));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(trial.tooSlow()).isTrue();
    }

    @Test
    void deeplyNestedExpressionDoesNotOverflow() {
        var nested = Signature.of("(".repeat(250) + "x" + ")".repeat(250));
        assertThat(nested.trial("xx").matches()).hasSize(2);
        assertThat(Signature.of("(x|y)*z").trial("xy".repeat(200_000)).matches()).isEmpty();
    }
}
