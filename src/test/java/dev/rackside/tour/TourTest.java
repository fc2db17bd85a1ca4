package dev.rackside.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.Main;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The whole tour of the real program, in a process of its own since a toolkit starts once: the small window in one
 * theme. {@code rackside tour} takes the others too.
 */
class TourTest {

    private static final Path FOLDER = Path.of("target", "tour").toAbsolutePath();
    private static final long PATIENCE = 15;

    @Test
    void everyScreenIsReachedShowsSomethingAndCutsNoWord() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var said = FOLDER.resolve("said.txt");
        var process = new ProcessBuilder(command()).redirectErrorStream(true)
                .redirectOutput(Redirect.to(said.toFile())).start();
        try {
            assertThat(process.waitFor(PATIENCE, TimeUnit.MINUTES)).as("the tour is over").isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        var lines = Files.readAllLines(said);
        assertThat(lines.stream().filter(line -> line.contains(", 1024x700, light ")).toList()).isEmpty();
        assertThat(process.exitValue()).as("%s", lines.getLast()).isZero();
        assertThat(Files.readString(FOLDER.resolve("index.html"))).contains("insights-list", "exchanges-detail",
                "settings", "team-lost");
        try (var pictures = Files.list(FOLDER)) {
            assertThat(pictures.filter(file -> file.toString().endsWith(".png")).count()).isGreaterThan(150);
        }
    }

    private static List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(Main.class.getName(), "tour", "--out", FOLDER.toString(), "--size", "1024x700",
                "--theme", "light"));
        return command;
    }
}
