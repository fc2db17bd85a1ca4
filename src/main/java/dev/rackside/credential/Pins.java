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
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this workstation has seen of a vault: whose keys it trusts, which key a generation has, and how new each row's
 * secrets were. Kept beside the database, not in it, so that who writes there can't take it back. Nothing of it is
 * secret.
 */
public final class Pins {

    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);

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

    /**
     * The newest version of each row's secrets that this workstation saw.
     *
     * @throws Problem SECRET_OLDER where this one is older: it was put back
     */
    void seen(UUID credential, long version) {
        var name = "credential." + credential;
        var newest = get(name).map(Long::parseLong).orElse(0L);
        if (version < newest) {
            throw new Problem(ErrorCode.SECRET_OLDER);
        }
        try {
            put(name, Long.toString(version));
        } catch (Problem full) {
            // A disk that is full shall not keep anybody from a secret: one version is not remembered.
            LOG.warn("Not remembered: {}", full.getMessage());
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
