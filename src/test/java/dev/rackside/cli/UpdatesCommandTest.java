package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.crash.CrashReports;
import dev.rackside.tour.TourReport;
import dev.rackside.update.UpdateStub;
import dev.rackside.workspace.Places;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What scripts are told of newer versions, and of faults of the program itself. */
class UpdatesCommandTest {

    private static final String CANARY = "kanarie-Vogel_7391";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path home = Path.of("");

    @BeforeEach
    void moveIn() throws java.io.IOException {
        home = Ran.home("updates-command");
    }

    @AfterEach
    void moveOut() {
        Ran.goHome(home);
    }

    private Terminal terminal() {
        return new Terminal(new BufferedReader(new StringReader("")), new PrintWriter(out, true),
                new PrintWriter(err, true), () -> null);
    }

    private int check(UpdateStub stub, String... args) {
        out.getBuffer().setLength(0);
        return new CommandLine(new UpdatesCheckCommand(terminal(),
                places -> stub.service(places.config(), "1.2.0"))).execute(args);
    }

    @Test
    void aScriptKnowsByTheExitCode() throws Exception {
        try (var stub = new UpdateStub(home.resolve("keys"))) {
            stub.release("1.2.0");
            assertThat(check(stub)).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).isEqualTo("There is no Rackside newer than 1.2.0." + System.lineSeparator());
            stub.release("1.3.0");
            assertThat(check(stub)).isEqualTo(ExitCode.NEWER);
            assertThat(out.toString()).contains("Rackside 1.3.0 is available, released 2026-11-28. What's new: "
                    + "https://rackside.example/notes/1.3.0");
            assertThat(check(stub, "--json")).isEqualTo(ExitCode.NEWER);
            var told = new JsonMapper().readTree(out.toString());
            assertThat(told.path("newer").asBoolean()).isTrue();
            assertThat(told.path("newest").asString()).isEqualTo("1.3.0");
            assertThat(told.path("files").path(0).path("bytes").asLong()).isEqualTo(104857600);
        }
    }

    @Test
    void aBuildOfOnesOwnKnowsNobodyToAsk() {
        var ran = Ran.of("", "updates", "check");
        assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.PROBLEM);
        assertThat(ran.err()).contains("does not know where newer versions are announced");
        assertThat(Ran.of("", "updates").code()).isEqualTo(ExitCode.USAGE);
    }

    private int crashing(Throwable thrown) {
        return CommandLines.run(terminal(), (_, _) -> 0, (_, _) -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }, "tour");
    }

    @Test
    void aFaultIsToldInOneSentenceThatNamesItsReport() throws Exception {
        assertThat(crashing(new IllegalStateException(CANARY))).isEqualTo(ExitCode.CRASHED);
        assertThat(crashing(new StackOverflowError(CANARY))).isEqualTo(ExitCode.CRASHED);

        var told = err.toString().lines().toList();
        assertThat(told).hasSize(2).allSatisfy(line -> assertThat(line).contains("a fault of Rackside, called ")
                .doesNotContain(CANARY, "Exception", "Error", "\tat "));
        try (var files = Files.list(CrashReports.folder(Places.ofThisWorkstation().logs()))) {
            assertThat(files).hasSize(2).allSatisfy(file -> {
                assertThat(err.toString()).contains(file.toString());
                assertThat(Files.readString(file)).contains("at dev.rackside.cli.UpdatesCommandTest.")
                        .doesNotContain(CANARY);
            });
        }
    }

    @Test
    void whereNoReportCanBeWrittenTheFaultIsToldAllTheSame() throws Exception {
        Files.writeString(home.resolve("logs"), "a file where the folder should be");
        assertThat(crashing(new IllegalStateException(CANARY))).isEqualTo(ExitCode.CRASHED);
        assertThat(err.toString()).contains("a report of it could not be written").doesNotContain(CANARY)
                .hasLineCount(1);
    }
}
