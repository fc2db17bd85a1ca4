package dev.rackside.credential;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What this workstation has seen of a vault: whose keys it trusts, which key a generation has, and how new each row's
 * secrets were. Kept beside the database, not in it, so that who writes there can't take it back. Nothing of it is
 * secret.
 */
public final class Pins {

    private final Path file;

    /** @param file made at the first pin */
    public Pins(Path file) {
        this.file = file;
    }

    synchronized Optional<String> get(String name) {
        return Optional.ofNullable(read().getProperty(name));
    }

    /**
     * Remembers something, in place of what was remembered under that name.
     *
     * @throws Problem NOT_WRITABLE
     */
    synchronized void put(String name, String value) {
        var pins = read();
        if (value.equals(pins.put(name, value))) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            try (var writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                pins.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }

    private Properties read() {
        var pins = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                pins.load(reader);
            } catch (IOException e) {
                throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
            }
        }
        return pins;
    }
}
