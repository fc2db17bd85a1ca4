package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private static final Path SOCKET = Path.of("/tmp/.X11-unix/X7");

    @Test
    void aScreenWithGtkLacksNothing() {
        assertThat(Display.missing(Map.of("DISPLAY", ":7"), SOCKET::equals, _ -> true)).isEmpty();
        assertThat(Display.missing(Map.of("DISPLAY", ":7.0"), SOCKET::equals, _ -> true)).isEmpty();
    }

    @Test
    void withoutGtkThatIsWhatIsMissing() {
        assertThat(Display.missing(Map.of("DISPLAY", ":7"), _ -> true, _ -> false)).contains("GTK 3");
    }

    @Test
    void withoutADisplayThatIsWhatIsMissing() {
        assertThat(Display.missing(Map.of(), _ -> true, _ -> true)).contains("DISPLAY");
        assertThat(Display.missing(Map.of("DISPLAY", " "), _ -> true, _ -> true)).contains("DISPLAY");
    }

    @Test
    void aDisplayThatNobodyServesIsNamed() {
        assertThat(Display.missing(Map.of("DISPLAY", ":99"), SOCKET::equals, _ -> true)).contains("DISPLAY=:99");
    }

    @Test
    void aForwardedDisplayHasNoSocketHere() {
        assertThat(Display.missing(Map.of("DISPLAY", "localhost:10.0"), _ -> false, _ -> true)).isEmpty();
    }

    @Test
    void aForwardedDisplayThatNobodyServesIsAMissingOne() {
        var refused = new UnsupportedOperationException("Unable to open DISPLAY");
        refused.setStackTrace(new StackTraceElement[]{
                new StackTraceElement("com.sun.glass.ui.gtk.GtkApplication", "<init>", null, -1)});
        assertThat(Display.refused(refused)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.NO_DISPLAY);
            assertThat(problem.arguments()).singleElement().asString().startsWith("DISPLAY=");
            assertThat(ExitCode.of(problem.code())).isEqualTo(ExitCode.NO_DISPLAY);
        });
    }

    @Test
    void aFaultOfTheWindowStaysOne() {
        var fault = new UnsupportedOperationException();
        assertThat(Display.refused(fault)).isSameAs(fault);
    }
}
