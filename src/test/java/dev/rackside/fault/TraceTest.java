package dev.rackside.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final String CANARY = "kanarie-7391";

    @Test
    void itHasEveryClassAndPlaceAndNoMessage() {
        var cause = new SQLException("Duplicate entry '" + CANARY + "'", "23000", 1062);
        cause.addSuppressed(new Problem(ErrorCode.ROW_GONE, CANARY));
        var thrown = new IllegalStateException("the password is " + CANARY, cause);
        thrown.addSuppressed(new ArithmeticException(CANARY));

        assertThat(Trace.of(thrown)).doesNotContain(CANARY, "password", "Duplicate").contains(
                "java.lang.IllegalStateException\n    at dev.rackside.fault.TraceTest.",
                "\n    Suppressed: java.lang.ArithmeticException\n        at dev.rackside.fault.TraceTest.",
                "\nCaused by: java.sql.SQLException 23000 1062\n",
                "\n    Suppressed: dev.rackside.fault.Problem ROW_GONE\n");
    }

    @Test
    void aServersOwnWordsAreNoState() {
        assertThat(Trace.name(new SQLException("x", CANARY, 1))).isEqualTo("java.sql.SQLException ----- 1");
    }

    @Test
    void itEndsWhateverCausesWhat() {
        var one = new IllegalStateException();
        var other = new IllegalArgumentException("circled", one);
        one.initCause(other);
        assertThat(Trace.of(one).lines().filter(line -> line.contains("Illegal") && !line.contains(" at ")))
                .hasSize(2);

        var deep = catchOverflow(0);
        assertThat(Trace.of(deep).lines().count()).isLessThan(310);
        Throwable chain = new IllegalStateException();
        for (var link = 0; link < 100; link++) {
            chain = new IllegalStateException("linked", chain);
        }
        assertThat(Trace.of(chain).lines().filter(line -> line.startsWith("Caused by"))).hasSize(39);
    }

    private static StackOverflowError catchOverflow(int depth) {
        try {
            return deeper(depth);
        } catch (StackOverflowError e) {
            return e;
        }
    }

    private static StackOverflowError deeper(int depth) {
        return depth == Integer.MAX_VALUE ? new StackOverflowError() : deeper(depth + 1);
    }
}
