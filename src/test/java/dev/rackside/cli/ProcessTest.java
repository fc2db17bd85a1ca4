package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupService;
import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestFolders;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands as whole processes: what they don't need they don't load. */
@Tag("long")
class ProcessTest {

    private final Path home = TestFolders.fresh("process");

    @BeforeEach
    void moveIn() throws IOException {
        Files.createDirectories(home);
    }

    @AfterEach
    void moveOut() {
        TestFolders.delete(home);
    }

    /** What a process printed and loaded. */
    private record Told(int code, String words, List<String> classes) {

        Told without(String... prefixes) {
            for (var prefix : prefixes) {
                assertThat(classes).noneMatch(name -> name.startsWith(prefix));
            }
            return this;
        }
    }

    @Test
    void commandsThatOpenNoWindowLoadNoToolkit() throws Exception {
        var version = ran("", "--version").without("javafx.", "com.sun.javafx.", "org.hibernate.", "org.flywaydb.",
                "ch.qos.logback.", "tools.jackson.", "picocli.CommandLine$Model");
        assertThat(version.words()).startsWith("Rackside ");
        assertThat(version.classes().size()).isLessThan(1200);
        ran("", "--help").without("javafx.", "com.sun.javafx.");
        ran("", "doctor").without("javafx.", "org.hibernate.", "org.flywaydb.", "ch.qos.logback.core.joran.");
        try (var database = TestDatabase.migrated("process", List.of(AccessService.ENTITIES, BackupService.ENTITIES))) {
            var password = database.schema().password() + "\n";
            var doctor = DoctorCommandTest.arguments("doctor", database.schema());
            doctor.add("--password-stdin");
            ran(password, doctor.toArray(String[]::new)).without("javafx.", "org.hibernate.", "org.flywaydb.",
                    "com.zaxxer.");
            var list = DoctorCommandTest.arguments("list", database.schema());
            list.addFirst("backup");
            list.add("--password-stdin");
            assertThat(ran(password, list.toArray(String[]::new)).without("javafx.").code()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void startThatIsHandedOverLoadsNeitherToolkitNorMapping() throws Exception {
        var team = new Workspace.Team("Our team", List.of(new Host("db1.example", 3306)), "msp", "mara", null);
        var places = Places.below(home);
        new Workspaces(places).keep(team);
        var begun = Instance.begin(places, new Start("Our team", false, false));
        try (var window = ((Instance.Begun.Here) begun).instance()) {
            var came = new ArrayList<Start>();
            window.receive((start, taken) -> {
                came.add(start);
                taken.run();
            });
            var told = ran("", "--workspace", "our team").without("javafx.", "com.sun.javafx.", "org.hibernate.",
                    "org.flywaydb.", "dev.rackside.App", "dev.rackside.Wiring", "picocli.CommandLine$Model");
            assertThat(told.code()).as(told.words()).isEqualTo(ExitCode.OK);
            assertThat(told.words()).contains("already open on");
            assertThat(came).containsExactly(new Start("our team", false, false));
        }
    }

    private Told ran(String input, String... args) throws IOException, InterruptedException {
        var loaded = home.resolve("classes.txt");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded + ":none", "-D" + Places.HOME_PROPERTY + "=" + home,
                "-Dglass.platform=Headless", "-cp", System.getProperty("java.class.path"), "dev.rackside.Main"));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var typed = process.getOutputStream()) {
            typed.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        return new Told(code, words, Files.readAllLines(loaded));
    }
}
