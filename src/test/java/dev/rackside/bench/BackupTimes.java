package dev.rackside.bench;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerificationStatus;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Workshop;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Pins;
import dev.rackside.credential.VaultService;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Migrations;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.sample.LargeSample;
import dev.rackside.sample.Progress;
import dev.rackside.server.Account;
import dev.rackside.server.LocalServer;
import dev.rackside.server.ServerProgram;
import dev.rackside.server.ThrowawayServer;
import dev.rackside.server.Tuning;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What a backup and its proof take beside the plain tools that do the same without a manifest and without a look:
 * {@code mariadb-dump | zstd} on the same server with the same options, and {@code zstd -d | mariadb} into a server that
 * is made and thrown away like the proof's own. Makes its own data: a part of the large sample, and a table of a
 * million rows.
 */
final class BackupTimes {

    private static final List<Class<?>> ENTITIES = Stream
            .of(AccessService.ENTITIES, BackupService.ENTITIES, CredentialService.ENTITIES)
            .<Class<?>>flatMap(Set::stream).toList();
    private static final int PART = Integer.getInteger("rackside.bench.part", 4);
    private static final int ROUNDS = Integer.getInteger("rackside.bench.rounds", 5);
    private static final double MIB = 1024 * 1024;

    private final LocalServer server;
    private final Database database;
    private final ServerProgram program;
    private final Path folder;
    private final BackupMaker maker;

    private BackupTimes(LocalServer server, Database database, Path folder) {
        this.server = server;
        this.database = database;
        this.folder = folder;
        program = server.program();
        maker = maker("plain");
    }

    static void measure() throws Exception {
        var folder = TestFolders.fresh("bench-backup").toAbsolutePath();
        try (var server = LocalServer.open(folder.resolve("server"), TestServer.program(), Tuning.DESKTOP)) {
            var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, server.port())),
                    LocalServer.DATABASE, server.account().user(), DatabaseAddress.Transport.LOOPBACK);
            var password = server.account().password().toCharArray();
            Migrations.at(address, password).migrate();
            try (var database = Database.open(address, password, ENTITIES, () -> false)) {
                fill(database);
                var times = new BackupTimes(server, database, folder);
                times.taking();
                times.stalls();
                times.proving();
                times.heap();
            }
        } finally {
            TestFolders.delete(folder);
        }
    }

    private static void fill(Database database) throws SQLException {
        try (var connection = database.dataSource().getConnection(); var statement = connection.createStatement()) {
            new LargeSample(Instant.now(), LargeSample.Size.LARGE.dividedBy(PART)).fill(connection, Progress.NONE);
            statement.execute("""
                    CREATE TABLE bench_rows (id INT PRIMARY KEY, n INT NOT NULL DEFAULT 0, words VARCHAR(400) NOT NULL)
                    SELECT seq AS id, CONCAT(SHA2(seq, 512), ' ', SHA2(-seq, 512), ' ', REPEAT('the same ', 12)) AS words
                    FROM seq_1_to_1000000""");
        }
    }

    private void taking() throws Exception {
        signIn("source.cnf", server, server.account());
        makeKey();
        new Timing("Backup").way("mariadb-dump | zstd", this::plainDump)
                .way("BackupMaker.take", () -> maker.take(BackupType.MANUAL, Watch.NONE))
                .way("BackupMaker.take, encrypted", this::takeEncrypted).run(1, ROUNDS);
        System.out.printf(Locale.ENGLISH, "  dump %.0f MiB, compressed %.0f MiB%n",
                shell("zstd -dc plain.sql.zst | wc -c") / MIB, Files.size(folder.resolve("plain.sql.zst")) / MIB);
    }

    /** A backup key with a copy here; it is in use only while a backup is to be encrypted. */
    private void makeKey() throws Exception {
        var owner = new AccessService(database).owner("bench", "Bench");
        try (var vault = new VaultService(database, owner, new Pins(folder.resolve("pins")))) {
            vault.create("four words of no kin".toCharArray()).close();
            new BackupKeyService(database, vault, new BackupKeyCopies(Workshop.copies(folder.resolve("backup.key"))))
                    .next();
        }
        use("NOW()");
    }

    private void use(String retiredAt) throws SQLException {
        try (var connection = database.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute("UPDATE backup_keys SET retired_at = " + retiredAt);
        }
    }

    private UUID takeEncrypted() throws SQLException {
        use("NULL");
        try {
            return maker.take(BackupType.MANUAL, Watch.NONE);
        } finally {
            use("NOW()");
        }
    }

    /** How long one who writes waits at most: without a backup, and while backups begin. */
    private void stalls() throws Exception {
        var quiet = stall(() -> {
            Thread.sleep(5_000);
            return 0;
        });
        var backup = stall(() -> maker.take(BackupType.MANUAL, Watch.NONE));
        System.out.printf(Locale.ENGLISH,
                "%nOne who writes without pause waits at most %d ms, while a backup is taken %d ms%n",
                quiet, backup);
    }

    private long stall(java.util.concurrent.Callable<?> meanwhile) throws Exception {
        var over = new AtomicBoolean();
        var longest = new AtomicLong();
        try (var connection = database.dataSource().getConnection();
                var update = connection.prepareStatement("UPDATE bench_rows SET n = n + 1 WHERE id = ?")) {
            var writer = Thread.ofPlatform().start(() -> {
                try {
                    for (var id = 1; !over.get(); id = id % 1_000_000 + 7_919) {
                        var begun = System.nanoTime();
                        update.setInt(1, id % 1_000_000);
                        update.executeUpdate();
                        longest.accumulateAndGet((System.nanoTime() - begun) / 1_000_000, Math::max);
                    }
                } catch (SQLException e) {
                    longest.set(-1);
                    e.printStackTrace();
                }
            });
            meanwhile.call();
            over.set(true);
            writer.join();
        }
        return longest.get();
    }

    private void proving() throws Exception {
        var id = maker.take(BackupType.MANUAL, Watch.NONE);
        plainDump();
        new Timing("Proof").way("zstd -d | mariadb into a server that is thrown away", this::plainRestore)
                .way("BackupMaker.prove, compare", () -> prove(id)).run(0, Math.max(2, ROUNDS / 2));
    }

    /** What is used while a backup is taken and proved, as it is found after each collection of garbage. */
    private void heap() throws Exception {
        var idle = used();
        var over = new AtomicBoolean();
        var most = new AtomicLong();
        var looking = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                most.accumulateAndGet(used(), Math::max);
                try {
                    Thread.sleep(400);
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
        prove(maker.take(BackupType.MANUAL, Watch.NONE));
        over.set(true);
        looking.join();
        System.out.printf(Locale.ENGLISH, "%nHeap: %.0f MiB before, %.0f MiB at most%n", idle / MIB, most.get() / MIB);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private boolean prove(UUID id) {
        var proof = maker.prove(id, VerificationLevel.COMPARE, Watch.NONE);
        if (proof.status() != VerificationStatus.PASSED) {
            throw new IllegalStateException(proof.toString());
        }
        return true;
    }

    private long plainDump() throws Exception {
        return shell(program.dump().toAbsolutePath() + " --defaults-file=source.cnf --single-transaction --routines "
                + "--triggers --events --hex-blob " + LocalServer.DATABASE + " | zstd -q -3 -T1 -f -o plain.sql.zst");
    }

    private boolean plainRestore() throws Exception {
        try (var throwaway = ThrowawayServer.start(folder.resolve("scratch"), program, Tuning.PROVING)) {
            var target = throwaway.server();
            signIn("target.cnf", target, target.admin());
            shell("zstd -dc plain.sql.zst | " + program.client().toAbsolutePath() + " --defaults-file=target.cnf "
                    + LocalServer.DATABASE);
        }
        return true;
    }

    /** What the command prints, as a number; 0 where it prints nothing. */
    private long shell(String command) throws Exception {
        var process = new ProcessBuilder("bash", "-o", "pipefail", "-c", command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(command);
        }
        return said.isEmpty() ? 0 : Long.parseLong(said);
    }

    private void signIn(String name, LocalServer to, Account account) throws IOException {
        Files.writeString(folder.resolve(name), "[client]\nhost=127.0.0.1\nport=" + to.port() + "\nuser="
                + account.user() + "\npassword=" + account.password() + "\nloose-skip-ssl\n");
    }

    private BackupMaker maker(String name) {
        return new BackupMaker(database, new Workshop(folder.resolve(name), folder.resolve("backup.key"),
                folder.resolve("cache"), () -> program), () -> "bench");
    }
}
