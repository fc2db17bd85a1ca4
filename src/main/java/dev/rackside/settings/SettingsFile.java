package dev.rackside.settings;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code settings.json} of the configuration folder. */
public final class SettingsFile {

    public static final String NAME = "settings.json";

    /** Made where there is a file: the first picture of a window waits for what was chosen. */
    private static final class Made {
        static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
        static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    private final Path file;

    /** @param folder the configuration folder; made when something is written */
    public SettingsFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /** As they stand in the file. */
    private record Stored(@Nullable String theme, @Nullable String density, @Nullable Integer textPercent,
            @Nullable String zone, @Nullable String startPage, @Nullable String logLevel,
            @Nullable Integer vaultMinutes, @Nullable Boolean updates, @Nullable String updateAddress) {}

    /**
     * What was chosen. A file that can't be read, or a value that makes no sense, never stops the program: the default
     * holds, and the log says so.
     */
    public Settings read() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            var stored = Made.JSON.readValue(Files.readString(file), Stored.class);
            return stored == null ? Settings.DEFAULT : chosen(stored);
        } catch (IOException | JacksonException e) {
            Made.LOG.warn("{} can't be read; the defaults hold: {}", file, e.getClass().getSimpleName());
            return Settings.DEFAULT;
        }
    }

    private Settings chosen(Stored stored) {
        var usual = Settings.DEFAULT;
        var percent = stored.textPercent() == null ? usual.textPercent() : stored.textPercent();
        var idle = stored.vaultMinutes() == null ? usual.vaultMinutes() : stored.vaultMinutes();
        var start = stored.startPage() == null || stored.startPage().isBlank() ? null : stored.startPage();
        return new Settings(known("theme", stored.theme(), usual.theme()),
                known("density", stored.density(), usual.density()), usual.textPercent(), zone(stored.zone()), start,
                known("logLevel", stored.logLevel(), usual.logLevel()), usual.vaultMinutes(), updates(stored))
                .withTextPercent(percent).withVaultMinutes(idle);
    }

    private static Settings.Updates updates(Stored stored) {
        var address = stored.updateAddress() == null || stored.updateAddress().isBlank()
                ? null
                : stored.updateAddress().strip();
        return new Settings.Updates(Boolean.TRUE.equals(stored.updates()), address);
    }

    private <E extends Enum<E>> E known(String name, @Nullable String text, E usual) {
        var coded = Coded.of(usual.getDeclaringClass(), text);
        if (text != null && coded.known() == null) {
            Made.LOG.warn("{} of {} is none that is known; the default holds", name, file);
        }
        return coded.constant().orElse(usual);
    }

    private @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException _) {
            Made.LOG.warn("zone of {} is none that is known; the workstation's holds", file);
            return null;
        }
    }

    /**
     * Keeps the settings; the file is whole at every moment.
     *
     * @throws Problem NOT_WRITABLE
     */
    public synchronized void write(Settings settings) {
        var stored = new Stored(Coded.code(settings.theme()), Coded.code(settings.density()), settings.textPercent(),
                settings.zone() == null ? null : settings.zone().getId(), settings.startPage(),
                Coded.code(settings.logLevel()), settings.vaultMinutes(), settings.updates().daily(),
                settings.updates().address());
        try {
            Files.createDirectories(file.getParent());
            var next = Files.createTempFile(file.getParent(), "settings", ".tmp");
            try {
                Files.writeString(next, Made.JSON.writeValueAsString(stored));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }
}
