package dev.rackside.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.settings.Settings.Density;
import dev.rackside.settings.Settings.LogLevel;
import dev.rackside.settings.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was chosen is there the next time, and no file stops the program. */
class SettingsFileTest {

    private static final Settings CHOSEN = new Settings(Theme.DARK, Density.COMPACT, 150,
            ZoneId.of("America/New_York"), "tickets", LogLevel.DEBUG, 25,
            new Settings.Updates(true, "https://rackside.example/r.json"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothingChosenIsTheDefault() {
        assertThat(new SettingsFile(folder.resolve("not-there")).read()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void whatWasChosenIsThereAgain() throws IOException {
        var config = folder.resolve("config");
        new SettingsFile(config).write(CHOSEN);

        assertThat(new SettingsFile(config).read()).isEqualTo(CHOSEN);
        try (var files = Files.list(config)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("settings.json");
        }
    }

    @Test
    void theWorkstationsZoneIsNoZoneOfItsOwn() {
        var file = new SettingsFile(folder);
        file.write(CHOSEN.withZone(null).withStartPage(null));

        assertThat(file.read().zone()).isNull();
        assertThat(file.read().startPage()).isNull();
    }

    @Test
    void aBrokenFileIsTheDefaultAndStaysAsItIs() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"dark\", ");

        assertThat(new SettingsFile(folder).read()).isEqualTo(Settings.DEFAULT);
        assertThat(Files.readString(folder.resolve("settings.json"))).startsWith("{\"theme\"");
    }

    @Test
    void anEmptyFileAndAnotherKindOfFileAreTheDefault() throws IOException {
        var file = folder.resolve("settings.json");
        for (var content : new String[]{"", "null", "[]", "\"dark\"", "{}", "{\"textPercent\": \"large\"}"}) {
            Files.writeString(file, content);
            assertThat(new SettingsFile(folder).read()).as(content).isEqualTo(Settings.DEFAULT);
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(new SettingsFile(folder).read()).as("a folder").isEqualTo(Settings.DEFAULT);
    }

    @Test
    void oneOddValueSpoilsNoOther() throws IOException {
        Files.writeString(folder.resolve("settings.json"), """
                {"theme": "sepia", "density": "compact", "textPercent": 900, "zone": "Mars/Olympus",
                 "startPage": " ", "logLevel": "DEBUG", "vaultMinutes": 600, "updates": true, "updateAddress": " ", "of-a-newer-version": true}
                """);

        assertThat(new SettingsFile(folder).read())
                .isEqualTo(new Settings(Theme.SYSTEM, Density.COMPACT, 200, null, null, LogLevel.DEBUG, 60,
                        new Settings.Updates(true, null)));
    }

    @Test
    void aFolderThatCantBeWrittenIsAProblem() throws IOException {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new SettingsFile(folder.resolve("config")).write(CHOSEN))
                .matches(problem -> problem.code() == ErrorCode.NOT_WRITABLE);
    }
}
