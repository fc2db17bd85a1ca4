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
import java.util.UUID;

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

    private static final String UNFINISHED = "data.tmp-";
    private static final String PASSWORD = "password";
    private static final String PORT = "port";
    private static final String MARK = "rackside-server.properties";
    private static final String VERSION = "version";
    private static final String ASIDE = "aside";
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

    // Another name each time: the bootstrap of a killed Rackside may still be writing into the last one.
    /** A data folder in the making, for the caller to fill and to move where it belongs. */
    Path unfinished() {
        return root.resolve(UNFINISHED + UUID.randomUUID().toString().substring(0, 8));
    }

    /** Deletes what crashes left of data folders in the making; the directory's lock must be held. */
    void clear() throws IOException {
        try (var folders = Files.newDirectoryStream(root, UNFINISHED + "*")) {
            for (var folder : folders) {
                Folders.delete(folder);
            }
        }
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

    /** What stands in a data folder about itself; empty where no installation or copy was completed. */
    static Optional<Mark> mark(Path data) throws IOException {
        try {
            var properties = read(data.resolve(MARK));
            return ServerVersion.in(properties.getProperty(VERSION, ""))
                    .map(version -> new Mark(version, properties.getProperty(ASIDE, "")));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    static void mark(Path data, Mark mark) throws IOException {
        OwnerOnly.write(data.resolve(MARK), VERSION + "=" + mark.version() + "\n" + ASIDE + "=" + mark.aside() + "\n");
    }

    /**
     * What a data folder tells about itself.
     *
     * @param version the server that wrote it
     * @param aside while an upgrade is under way, the folder that holds the data as they were; otherwise empty
     */
    record Mark(ServerVersion version, String aside) {

        Mark(ServerVersion version) {
            this(version, "");
        }
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
