package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

    private static final String ORDER = "prism.order";

    @TempDir
    private Path devices;

    @Test
    void aMachineWithoutACardHasNone() throws IOException {
        Files.createFile(devices.resolve("fb0"));
        assertThat(Drawing.hasCard(devices)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dri/card0", "nvidia0", "dxg"})
    void aCardIsSeenByItsDevice(String device) throws IOException {
        var file = devices.resolve(device);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(Drawing.hasCard(devices)).isTrue();
    }

    @Test
    void whatTheCommandLineSaysAboutDrawingStays() {
        var before = System.getProperty(ORDER);
        System.setProperty(ORDER, "es2");
        try {
            Drawing.choose();
            assertThat(System.getProperty(ORDER)).isEqualTo("es2");
        } finally {
            if (before == null) {
                System.clearProperty(ORDER);
            } else {
                System.setProperty(ORDER, before);
            }
        }
    }
}
