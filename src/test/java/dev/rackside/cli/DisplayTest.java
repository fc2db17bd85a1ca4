package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
}
