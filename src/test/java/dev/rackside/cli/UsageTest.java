package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.ErrorCode;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        var ran = Ran.of("", "--help");
        assertThat(ran.code()).isEqualTo(ExitCode.OK);
        assertThat(ran.out()).contains("doctor", "adopt", "workspace", "exchanges", "backup", "notices", "updates",
                "tour",
                "--sample",
                "Exit codes");
    }

    @Test
    void everyCommandExplainsItself() {
        for (var command : new String[]{"doctor", "adopt", "workspace", "exchanges", "backup", "notices",
                "updates", "tour"}) {
            var ran = Ran.of("", command, "--help");
            assertThat(ran.code()).isEqualTo(ExitCode.OK);
            assertThat(ran.out()).contains("Usage: rackside " + command);
        }
    }

    @Test
    void versionIsTheBuilds() {
        var ran = Ran.of("", "--version");
        assertThat(ran.code()).isEqualTo(ExitCode.OK);
        assertThat(ran.out().strip()).matches("Rackside \\S+").doesNotContain("$");
    }

    @Test
    void aProcessWithoutATerminalRunsToo() {
        assertThat(CommandLines.run((_, _) -> 7, (_, _) -> {
            throw new AssertionError();
        }, "--version")).isEqualTo(ExitCode.OK);
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(Ran.of("", "--colour").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.of("", "workspace").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void optionsThatDoNotGoTogetherAreWrongUsage() {
        assertMisused("belong to --host", "doctor", "--database", "msp");
        assertMisused("not both", "doctor", "--workspace", "Team", "--host", "db");
        assertMisused("needs --database", "doctor", "--host", "db");
        assertMisused("this machine alone", "adopt", "--host", "192.0.2.1", "--database", "msp", "--account", "ana",
                "--loopback");
        assertMisused("password is needed", "exchanges", "prune", "--host", "db", "--database", "msp", "--account",
                "ana");
        assertMisused("password is needed", "adopt", "--host", "db", "--database", "msp", "--account", "ana");
    }

    private static void assertMisused(String words, String... args) {
        var ran = Ran.of("", args);
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains(words);
    }

    @Test
    void whatKeepsADatabaseAwayHasACodeOfItsOwn() {
        assertThat(ExitCode.of(ErrorCode.SERVER_UNREACHABLE)).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(ExitCode.of(ErrorCode.NO_DISPLAY)).isEqualTo(ExitCode.NO_DISPLAY);
        assertThat(ExitCode.of(ErrorCode.RIGHTS_MISSING)).isEqualTo(ExitCode.PROBLEM);
    }
}
