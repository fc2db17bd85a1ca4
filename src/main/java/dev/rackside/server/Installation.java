package dev.rackside.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a data folder: the server's own system tables, Rackside's database and two accounts, and no account without a
 * password. It comes into being under another name and takes its own when it is complete, so a crash leaves nothing
 * that looks installed.
 */
final class Installation {

    /** MiB that a new data folder needs, with some room. */
    private static final long NEEDED = 256;

    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

    private final ServerDirectory directory;
    private final ServerProgram program;
    private final Tuning tuning;

    Installation(ServerDirectory directory, ServerProgram program, Tuning tuning) {
        this.directory = directory;
        this.program = program;
        this.tuning = tuning;
    }

    /** A complete new data folder under a name of its own, for the caller to move where it belongs. */
    Path make() throws IOException {
        DiskTrouble.refuseFull(directory.root(), NEEDED);
        var data = directory.unfinished();
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
        ServerDirectory.mark(data, new ServerDirectory.Mark(program.version()));
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
        var admin = directory.admin();
        var account = directory.account();
        var statements = new ArrayList<>(List.of("FLUSH PRIVILEGES;", "DROP USER IF EXISTS root@'127.0.0.1';",
                "DROP USER IF EXISTS root@'::1';",
                "ALTER USER root@localhost IDENTIFIED BY '" + admin.password() + "';",
                "CREATE DATABASE " + LocalServer.DATABASE + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;"));
        for (var host : HOSTS) {
            for (var made : List.of(admin, account)) {
                statements.add(
                        "CREATE USER " + made.user() + "@'" + host + "' IDENTIFIED BY '" + made.password() + "';");
            }
        }
        grants(admin, account).forEach(grant -> statements.add(grant + ";"));
        return statements;
    }

    /** What the two accounts may do, as statements without their end. */
    static List<String> grants(Account admin, Account account) {
        var statements = new ArrayList<String>();
        for (var host : HOSTS) {
            statements.add("GRANT ALL PRIVILEGES ON *.* TO " + admin.user() + "@'" + host + "' WITH GRANT OPTION");
            statements.add("GRANT ALL PRIVILEGES ON " + LocalServer.DATABASE + ".* TO " + account.user() + "@'" + host
                    + "'");
        }
        return statements;
    }
}
