package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Pace;
import dev.rackside.backup.Watch.Stage;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerVersion;
import java.io.IOException;
import java.sql.SQLException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Takes one dump. It either ends with a backup and its manifest under their final names, on the disk, or with a
 * {@link DumpFailure} and nothing there.
 */
public final class Dump {

    /** How long the dump's program may take to begin its snapshot; nobody can write meanwhile. */
    private static final Duration BEGINNING = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 2;

    private final DumpOrder order;
    private final char[] password;
    private final Watch watch;

    private Dump(DumpOrder order, char[] password, Watch watch) {
        this.order = order;
        this.password = password;
        this.watch = watch;
    }

    /**
     * Takes it; where a definition was changed by somebody meanwhile, once more.
     *
     * @param password of the order's account; the caller wipes it
     * @return what was in the database
     * @throws DumpFailure why it came to nothing
     * @throws CancellationException where the watcher cancelled; within two seconds
     */
    public static Manifest take(DumpOrder order, char[] password, Watch watch) {
        for (var attempt = 1;; attempt++) {
            try {
                return new Dump(order, password, watch).take();
            } catch (DumpFailure e) {
                if (e.reason() != Reason.DEFINITION_CHANGED || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Takes back a backup that was published and may not stay. */
    public static void withdraw(Path file) {
        Publication.withdraw(file);
    }

    private Manifest take() {
        watch.check();
        var host = reachable();
        var address = new DatabaseAddress(List.of(host), order.address().database(), order.address().account(),
                order.address().transport(), order.address().certificate());
        try (var snapshot = Snapshot.begin(address, password, watch);
                var signIn = SignIn.write(order.secrets(), address, host, password);
                var file = DumpFile.create(order.partial(), order.stage())) {
            refuseOlderTools(snapshot);
            var manifest = dump(snapshot, signIn, file);
            watch.publishing();
            Publication.publish(order, manifest);
            return manifest;
        } catch (SQLException e) {
            watch.check();
            throw Sql.failure(e);
        } catch (IOException e) {
            throw DumpFile.lost(e, order.secrets());
        } finally {
            DumpFile.discard(order.partial());
            DumpFile.discard(order.partialManifest());
        }
    }

    /** Of a cluster's nodes one: the tables must be locked where the dump is taken. */
    private DatabaseAddress.Host reachable() {
        Problem last = null;
        for (var host : order.address().hosts()) {
            var one = new DatabaseAddress(List.of(host), order.address().database(), order.address().account(),
                    order.address().transport(), order.address().certificate());
            try (var connection = one.connect(password)) {
                if (connection.isValid(2)) {
                    return host;
                }
            } catch (Problem e) {
                last = e;
            } catch (SQLException _) {
                // It answered, which was the question.
                return host;
            }
        }
        throw new DumpFailure(Reason.CONNECTION_LOST, last == null ? "" : last.getMessage(), last);
    }

    private void refuseOlderTools(Snapshot snapshot) throws SQLException {
        var version = snapshot.server().getFirst();
        var server = ServerVersion.in(version).orElse(order.version());
        if (server.compareTo(order.version()) > 0 && !server.sameSeries(order.version())) {
            throw new DumpFailure(Reason.TOOL_TOO_OLD, order.version() + " < " + version);
        }
    }

    private Manifest dump(Snapshot snapshot, SignIn signIn, DumpFile file) throws SQLException {
        var takenAt = Instant.now();
        try (var child = start(command(signIn, snapshot.versioned()))) {
            var dumping = Dumping.start(child, file, watch, snapshot::abort, snapshot.size());
            try {
                awaitBeginning(dumping);
                snapshot.letGo();
                var contents = snapshot.contents(watch);
                dumping.expectTables((int) contents.definitions().keySet().stream()
                        .filter(item -> item.kind().equals(Item.TABLE)).count());
                var tables = snapshot.measure(contents, watch);
                var scan = dumping.await();
                refuseIncomplete(contents, snapshot.contents(watch), scan);
                watch.at(new Pace(Stage.PUBLISH, scan.bytes(), scan.bytes(), tables.size(), tables.size()));
                file.finish();
                return manifest(snapshot, contents, tables, file, scan.bytes(), takenAt);
            } catch (SQLException | DumpFailure | CancellationException e) {
                var dumpFirst = dumping.over();
                child.kill();
                dumping.end();
                throw first(dumping, dumpFirst, e);
            }
        }
    }

    private Child start(List<String> command) {
        try {
            return Child.start(command, watch);
        } catch (IOException e) {
            throw new DumpFailure(Reason.DUMP_FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Where the dump came to nothing, the measuring was ended for it: the dump's own reason is the one to tell. Where the
     * measuring did, the dump was killed for it.
     */
    private RuntimeException first(Dumping dumping, boolean dumpFirst, Exception otherwise) {
        watch.check();
        if (dumpFirst && (otherwise instanceof SQLException || otherwise instanceof CancellationException)) {
            dumping.await();
        }
        return switch (otherwise) {
            case SQLException e -> Sql.failure(e);
            case RuntimeException e -> e;
            default -> throw new IllegalStateException(otherwise);
        };
    }

    private void awaitBeginning(Dumping dumping) {
        try {
            if (!dumping.begun().await(BEGINNING.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DumpFailure(Reason.DATABASE_BUSY, order.program().getFileName().toString());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private List<String> command(SignIn signIn, boolean versioned) {
        var command = new ArrayList<>(List.of(order.program().toString(), signIn.option(), "--single-transaction",
                "--quick", "--routines", "--triggers", "--events", "--hex-blob", "--skip-lock-tables",
                "--max-allowed-packet=1G"));
        if (versioned) {
            command.add("--dump-history");
        }
        command.add("--");
        command.add(order.address().database());
        return command;
    }

    private static void refuseIncomplete(Contents before, Contents after, DumpScan scan) {
        if (!before.equals(after)) {
            throw new DumpFailure(Reason.DEFINITION_CHANGED, changed(before.definitions(), after.definitions()));
        }
        var missing = scan.missing(before.definitions().keySet());
        if (!missing.isEmpty()) {
            throw new DumpFailure(Reason.OBJECT_MISSING,
                    String.join(", ", missing.stream().map(Item::toString).toList()));
        }
    }

    private static String changed(SortedMap<Item, String> before, SortedMap<Item, String> after) {
        var names = new ArrayList<String>();
        before.forEach((item, hash) -> {
            if (!hash.equals(after.get(item))) {
                names.add(item.toString());
            }
        });
        after.keySet().stream().filter(item -> !before.containsKey(item)).map(Item::toString).forEach(names::add);
        return String.join(", ", names);
    }

    private Manifest manifest(Snapshot snapshot, Contents contents, List<TableFacts> tables, DumpFile file,
            long dumpBytes, Instant takenAt) throws SQLException {
        var definitions = contents.definitions().entrySet().stream().map(
                each -> new Manifest.Definition(each.getKey().kind(), each.getKey().name(), each.getValue())).toList();
        var now = snapshot.positionsNow();
        var sequences = snapshot.positions().entrySet().stream()
                .map(each -> new Manifest.Sequence(each.getKey(), each.getValue(),
                        now.getOrDefault(each.getKey(), each.getValue())))
                .toList();
        var server = snapshot.server();
        return new Manifest(Manifest.FORMAT, order.backup(), takenAt, order.address().database(), server.get(1),
                server.get(0), order.version().toString(), snapshot.schemaVersion(),
                order.file().getFileName().toString(), file.size(), file.sha256(), dumpBytes,
                contents.characterSet(), contents.collation(), tables, definitions, sequences);
    }
}
