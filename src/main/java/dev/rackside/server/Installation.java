package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes a data folder: the server's own system tables, Rackside's database and two accounts, and no account without a
 * password. It comes into being under another name and takes its own when it is complete, so a crash leaves nothing
 * that looks installed.
 */
final class Installation {

    /** MiB that a new data folder needs, with some room. */
    private static final long NEEDED = 256;

    private static final String UNFINISHED = "data.tmp-";

    private final ServerDirectory directory;
    private final ServerProgram program;
    private final Tuning tuning;

    Installation(ServerDirectory directory, ServerProgram program, Tuning tuning) {
        this.directory = directory;
        this.program = program;
        this.tuning = tuning;
    }

    /** Deletes what crashed installations left; the directory's lock must be held. */
    void clear() throws IOException {
        try (var unfinished = Files.newDirectoryStream(directory.root(), UNFINISHED + "*")) {
            for (var folder : unfinished) {
                Folders.delete(folder);
            }
        }
    }

    /** A complete new data folder under a name of its own, for the caller to move where it belongs. */
    Path make() throws IOException {
        DiskTrouble.refuseFull(directory.root(), NEEDED);
        // Another name each time: the bootstrap of a killed Rackside may still be writing into the last one.
        var data = directory.root().resolve(UNFINISHED + UUID.randomUUID().toString().substring(0, 8));
        OwnerOnly.folder(data);
        var command = ServerProcess.command(program, data, tuning);
        command.addAll(List.of("--bootstrap", "--silent-startup", "--log-warnings=0", "--enforce-storage-engine=",
                "--max-allowed-packet=8M", "--net-buffer-length=16K"));
        var process = ServerProcess.launch(ServerProcess.logged(command, directory), directory);
        try {
            try (var statements = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8))) {
                write(statements);
            }
            if (process.waitFor() != 0) {
                throw ServerProcess.notStarted(directory);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw ServerProcess.notStarted(directory);
        } finally {
            process.destroy();
        }
        ServerDirectory.mark(data, program.version());
        return data;
    }

    // A bootstrapping server reads one statement a line; the SQL files that come with it keep to that.
    private void write(PrintWriter statements) throws IOException {
        statements.println("create database if not exists mysql;");
        statements.println("use mysql;");
        statements.println("SET @auth_root_socket=NULL;");
        for (var name : List.of("system_tables", "performance_tables", "system_tables_data")) {
            try (var lines = Files.lines(program.systemTables(name))) {
                lines.filter(line -> !line.contains("@current_hostname")).forEach(statements::println);
            }
        }
        accounts().forEach(statements::println);
    }

    // The system tables come with root@localhost, root@127.0.0.1 and root@::1 without passwords. With name resolution
    // off, 127.0.0.1 is not localhost: the two that can be reached over TCP go, and ours exist for both.
    private List<String> accounts() throws IOException {
        var statements = new ArrayList<String>();
        var admin = directory.admin();
        var account = directory.account();
        statements.add("FLUSH PRIVILEGES;");
        statements.add("DROP USER IF EXISTS root@'127.0.0.1';");
        statements.add("DROP USER IF EXISTS root@'::1';");
        statements.add("ALTER USER root@localhost IDENTIFIED BY '" + admin.password() + "';");
        statements.add("CREATE DATABASE " + LocalServer.DATABASE
                + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;");
        for (var host : List.of("localhost", "127.0.0.1")) {
            statements.add("CREATE USER " + admin.user() + "@'" + host + "' IDENTIFIED BY '" + admin.password()
                    + "';");
            statements.add("GRANT ALL PRIVILEGES ON *.* TO " + admin.user() + "@'" + host + "' WITH GRANT OPTION;");
            statements.add("CREATE USER " + account.user() + "@'" + host + "' IDENTIFIED BY '" + account.password()
                    + "';");
            statements.add("GRANT ALL PRIVILEGES ON " + LocalServer.DATABASE + ".* TO " + account.user() + "@'" + host
                    + "';");
        }
        return statements;
    }
}
