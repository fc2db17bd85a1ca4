package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * What lies in a local server's directory, which belongs to its owner alone:
 *
 * <pre>
 * data/                what MariaDB keeps; data/rackside-server.properties tells which version wrote it
 * data.before-11.4.5/  the data as they were before a newer server took them over
 * data.tmp-…/          an installation under way, or what a crash left of one
 * log/server.log       what the server says
 * run/server.pid       its process id
 * tmp/                 its temporary files
 * server.properties    the port
 * secrets.properties   the password of the account that Rackside works with
 * admin.properties     the password of the account that may do everything
 * lock                 held by the Rackside that has the directory open; holds its process id
 * </pre>
 */
record ServerDirectory(Path root) {

    static final String USER = "rackside";
    static final String ADMIN = "rackside_admin";

    private static final String PASSWORD = "password";
    private static final String PORT = "port";
    private static final String VERSION = "version";
    private static final int PASSWORD_BYTES = 24;

    /** The directory, made where it is missing. */
    static ServerDirectory at(Path root) throws IOException {
        var directory = new ServerDirectory(root.toAbsolutePath().normalize());
        OwnerOnly.folder(directory.root);
        OwnerOnly.folder(directory.root.resolve("log"));
        OwnerOnly.folder(directory.root.resolve("run"));
        OwnerOnly.folder(directory.temporary());
        return new ServerDirectory(directory.root.toRealPath());
    }

    Path data() {
        return root.resolve("data");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path log() {
        return root.resolve("log").resolve("server.log");
    }

    Path pidFile() {
        return root.resolve("run").resolve("server.pid");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** The account that Rackside works with; it has rights on its own database only. */
    Account account() throws IOException {
        return account(USER, root.resolve("secrets.properties"));
    }

    /** The account that may do everything: it stops the server, and dumps and restores before an upgrade. */
    Account admin() throws IOException {
        return account(ADMIN, root.resolve("admin.properties"));
    }

    // A password is made when it is first asked for, before the data that know it, so that a crash between the two
    // leaves nothing that can't be used.
    private Account account(String user, Path file) throws IOException {
        if (!Files.exists(file)) {
            if (Files.exists(data())) {
                throw new Problem(ErrorCode.WORKSPACE_DAMAGED, file);
            }
            OwnerOnly.write(file, "user=" + user + "\n" + PASSWORD + "=" + randomPassword() + "\n");
        }
        var password = read(file).getProperty(PASSWORD, "");
        if (password.isEmpty()) {
            throw new Problem(ErrorCode.WORKSPACE_DAMAGED, file);
        }
        return new Account(user, password);
    }

    /** The port that the server had last. */
    Optional<Integer> port() throws IOException {
        try {
            return Optional.of(Integer.valueOf(read(root.resolve("server.properties")).getProperty(PORT, "")));
        } catch (NumberFormatException | NoSuchFileException _) {
            return Optional.empty();
        }
    }

    void keepPort(int port) throws IOException {
        if (!port().equals(Optional.of(port))) {
            OwnerOnly.write(root.resolve("server.properties"), PORT + "=" + port + "\n");
        }
    }

    /** The version of the server that wrote a data folder; empty where no installation or upgrade was completed. */
    static Optional<ServerVersion> writtenBy(Path data) throws IOException {
        try {
            return ServerVersion.in(read(marker(data)).getProperty(VERSION, ""));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    static void mark(Path data, ServerVersion version) throws IOException {
        OwnerOnly.write(marker(data), VERSION + "=" + version + "\n");
    }

    private static Path marker(Path data) {
        return data.resolve("rackside-server.properties");
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return properties;
    }

    // Letters, digits, - and _ only: needs no quoting in SQL, in a properties file or in an address.
    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
