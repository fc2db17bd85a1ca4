package dev.rackside.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void eachTypedLineIsACommand() {
        var commands = Commands.typed("sc query \"spooler\"\n\n  C:\\Tools\\x.exe  \n");

        assertThat(commands.stored()).isEqualTo("[\"sc query \\\"spooler\\\"\",\"  C:\\\\Tools\\\\x.exe\"]");
        assertThat(commands.list()).containsExactly("sc query \"spooler\"", "  C:\\Tools\\x.exe");
        assertThat(commands.odd()).isFalse();
    }

    @Test
    void aLineBreakWithinACommandComesBack() {
        var commands = Commands.of(List.of("if ($x) {\n  y\n}", "z"));

        assertThat(commands.lines()).isEqualTo("if ($x) {↵  y↵}\nz");
        assertThat(Commands.typed(commands.lines())).isEqualTo(commands);
    }

    @Test
    void nothingTypedStoresNothing() {
        assertThat(Commands.typed(" \n")).isEqualTo(Commands.NONE);
        assertThat(Commands.NONE.list()).isEmpty();
        assertThat(Commands.NONE.odd()).isFalse();
    }

    @Test
    void textThatIsNotJsonIsShownRawAndMarked() {
        var commands = new Commands("get-hotfix; exit");

        assertThat(commands.odd()).isTrue();
        assertThat(commands.list()).containsExactly("get-hotfix; exit");
        assertThat(commands.lines()).isEqualTo("get-hotfix; exit");
        assertThat(commands.json()).isEqualTo("[\"get-hotfix; exit\"]");
    }

    @Test
    void jsonOfAnotherShapeIsKeptAsItIs() {
        var commands = new Commands("[{\"cmd\": \"dir\"}, 3]");

        assertThat(commands.odd()).isTrue();
        assertThat(Commands.typed(commands.lines())).isEqualTo(commands);
        assertThat(commands.json()).isEqualTo(commands.stored());
    }

    @Test
    void aCommandInBracketsIsACommand() {
        assertThat(Commands.typed("[Environment]::OSVersion").list()).containsExactly("[Environment]::OSVersion");
    }
}
