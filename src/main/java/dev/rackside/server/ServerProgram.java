package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A MariaDB server on this machine that Rackside can run, with the client programs that belong to it.
 *
 * @param daemon mariadbd, on Windows mysqld.exe
 * @param client the command-line client, which loads dumps
 * @param dump the program that writes dumps
 * @param share the folder of the SQL files that make system tables, of {@code english/errmsg.sys} and of
 *     {@code charsets}
 * @param version the server's version
 */
public record ServerProgram(Path daemon, Path client, Path dump, Path share, ServerVersion version) {

    private static final List<String> DAEMON = List.of("mariadbd", "mysqld");
    private static final List<String> CLIENT = List.of("mariadb", "mysql");
    private static final List<String> DUMP = List.of("mariadb-dump", "mysqldump");
    private static final List<String> USUAL = List.of("/usr/sbin", "/usr/libexec", "/usr/bin", "/usr/local/sbin",
            "/usr/local/bin", "/opt/homebrew/bin", "/opt/homebrew/opt/mariadb/bin", "/usr/local/opt/mariadb/bin",
            "/usr/local/mysql/bin", "/opt/mariadb/bin");

    /**
     * The server to run: the bundled one, unpacked into the cache folder where that has not happened yet, or else one
     * that is installed.
     *
     * @throws Problem NO_SERVER_PROGRAM where there is neither; DISK_FULL or NOT_WRITABLE when unpacking fails
     */
    public static ServerProgram find(Path cache) {
        return bundled(cache).or(ServerProgram::installed).orElseThrow(() -> new Problem(ErrorCode.NO_SERVER_PROGRAM,
                System.getProperty("os.name") + " " + System.getProperty("os.arch")));
    }

    /** The bundled server, unpacked; empty where Rackside brings none for this platform or it can't run here. */
    public static Optional<ServerProgram> bundled(Path cache) {
        try {
            return BundledServer.unpacked(cache.toAbsolutePath()).flatMap(home -> in(home.resolve("bin")));
        } catch (IOException e) {
            throw DiskTrouble.of(e, cache);
        }
    }

    /** An installed server, 10.6 or newer, on the PATH or in the usual places. */
    public static Optional<ServerProgram> installed() {
        var folders = new ArrayList<Path>();
        for (var folder : Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        USUAL.stream().map(Path::of).forEach(folders::add);
        folders.addAll(windowsFolders());
        return folders.stream().distinct().map(Path::toAbsolutePath).map(ServerProgram::in)
                .flatMap(Optional::stream)
                .filter(found -> found.version.compareTo(ServerVersion.OLDEST) >= 0).findFirst();
    }

    /** The server whose programs lie in a folder; empty where one of them is missing or isn't MariaDB's. */
    public static Optional<ServerProgram> in(Path folder) {
        return program(DAEMON, Stream.of(folder)).flatMap(daemon -> {
            var beside = beside(folder);
            var client = program(CLIENT, beside.stream());
            var dump = program(DUMP, beside.stream());
            var share = share(daemon);
            var version = version(daemon);
            if (client.isEmpty() || dump.isEmpty() || share.isEmpty() || version.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new ServerProgram(daemon, client.get(), dump.get(), share.get(), version.get()));
        });
    }

    /** The file of system tables that goes by a name of its own in each generation: mariadb_ or mysql_. */
    Path systemTables(String name) {
        var today = share.resolve("mariadb_" + name + ".sql");
        return Files.exists(today) ? today : share.resolve("mysql_" + name + ".sql");
    }

    private static Optional<Path> program(List<String> names, Stream<Path> folders) {
        var platform = Platform.here();
        return folders.flatMap(folder -> names.stream().map(name -> folder.resolve(platform.executable(name))))
                .filter(Files::isExecutable).findFirst();
    }

    private static List<Path> beside(Path folder) {
        return List.of(folder, folder.resolveSibling("bin"), Path.of("/usr/bin"), Path.of("/usr/local/bin"));
    }

    private static Optional<Path> share(Path daemon) {
        try {
            var home = daemon.toRealPath().resolveSibling("..").normalize();
            return Stream.of("share", "share/mysql", "share/mariadb").map(home::resolve)
                    .filter(folder -> Files.exists(folder.resolve("english").resolve("errmsg.sys"))
                            && (Files.exists(folder.resolve("mariadb_system_tables.sql"))
                                    || Files.exists(folder.resolve("mysql_system_tables.sql"))))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    // Also proves that the program runs at all: a shared library may be missing. A mysqld may be MySQL's.
    private static Optional<ServerVersion> version(Path daemon) {
        try {
            var process = new ProcessBuilder(daemon.toString(), "--no-defaults", "--version").redirectErrorStream(true)
                    .start();
            String words;
            try (var output = process.getInputStream()) {
                words = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
            return process.waitFor() == 0 && words.contains("MariaDB") ? ServerVersion.in(words) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<Path> windowsFolders() {
        var programs = System.getenv("ProgramFiles");
        if (programs == null || !Platform.here().windows()) {
            return List.of();
        }
        try (var folders = Files.newDirectoryStream(Path.of(programs), "MariaDB *")) {
            var found = new ArrayList<Path>();
            folders.forEach(folder -> found.add(folder.resolve("bin")));
            return found;
        } catch (IOException _) {
            return List.of();
        }
    }
}
