package dev.rackside.backup.dump;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.server.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The option file by which the server's own programs sign in: the password is in it alone, never in an argument or a
 * variable of the environment, where others could read it. It belongs to its owner, and is gone when this is closed.
 */
public final class SignIn implements AutoCloseable {

    private static final String ENDING = ".cnf";
    private static final String PREFIX = "sign-in-";

    private final Path file;

    private SignIn(Path file) {
        this.file = file;
    }

    /**
     * @param folder where the file is made; a folder of the owner's own
     * @param host the one of the address's hosts to go to
     */
    public static SignIn write(Path folder, DatabaseAddress address, DatabaseAddress.Host host, char[] password)
            throws IOException {
        OwnerOnly.folder(folder);
        forget(folder);
        var file = folder.resolve(PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ENDING);
        var lines = new StringBuilder("[client]\nprotocol=tcp\ndefault-character-set=utf8mb4\n");
        lines.append("host=").append(quoted(host.name().toCharArray())).append('\n');
        lines.append("port=").append(host.port()).append('\n');
        lines.append("user=").append(quoted(address.account().toCharArray())).append('\n');
        lines.append("password=").append(quoted(password)).append('\n');
        lines.append(address.transport() == DatabaseAddress.Transport.LOOPBACK
                ? "skip-ssl\n"
                : "ssl\nssl-verify-server-cert\n");
        var certificate = address.certificate();
        if (certificate != null) {
            lines.append("ssl-ca=").append(quoted(certificate.toAbsolutePath().toString().toCharArray())).append('\n');
        }
        OwnerOnly.write(file, lines.toString());
        return new SignIn(file);
    }

    /** What processes that were killed left. */
    private static void forget(Path folder) throws IOException {
        try (var left = Files.newDirectoryStream(folder, PREFIX + "*" + ENDING + "*")) {
            for (var file : left) {
                var owner = file.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
                if (owner.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(owner)).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Option files know quotes and backslashes; without them a # or a blank at the end would be lost. */
    private static StringBuilder quoted(char[] value) {
        var quoted = new StringBuilder("\"");
        for (var character : value) {
            switch (character) {
                case '\\' -> quoted.append("\\\\");
                case '"' -> quoted.append("\\\"");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(character);
            }
        }
        return quoted.append('"');
    }

    /** The option that must be the first; no other option file is read then. */
    public String option() {
        return "--defaults-file=" + file.toAbsolutePath();
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
