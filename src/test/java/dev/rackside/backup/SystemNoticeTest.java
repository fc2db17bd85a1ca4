package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemNoticeTest {

    @Test
    void wordsAreArgumentsAndNeverPartOfAScript() {
        var words = "\" & do shell script \"x\" -- `x`";
        assertThat(SystemNotice.command("Linux", "T", words).orElseThrow()).endsWith("--", "T", words);
        assertThat(SystemNotice.command("Mac OS X", "T", words).orElseThrow()).endsWith("end run", "T", words);
        assertThat(SystemNotice.command("Windows 11", "T", words)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theProgramIsRunAndItsEndCounts(@TempDir Path folder) throws IOException {
        var program = folder.resolve("notify");
        Files.writeString(program, "#!/bin/sh\nprintf '%s|' \"$@\" > \"$0.told\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        assertThat(SystemNotice.run(List.of(program.toString(), "Rackside backups", "It failed."))).isTrue();
        assertThat(folder.resolve("notify.told")).hasContent("Rackside backups|It failed.|");
        assertThat(SystemNotice.run(List.of("/bin/false"))).isFalse();
    }

    @Test
    void withoutTheProgramNothingIsShownAndNothingBreaks() {
        assertThat(SystemNotice.run(List.of("/nowhere/notify-send", "a", "b"))).isFalse();
    }
}
