package dev.rackside.backup.proving;

import dev.rackside.backup.Reason;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Pace;
import dev.rackside.backup.Watch.Stage;
import dev.rackside.backup.dump.Child;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.DumpWords;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.SignIn;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Loads a dump into a database by the server's own client, which stops at the first statement that is refused.
 * The client runs no commands of its own that a dump may hold: they are refused too.
 */
public final class Loading {

    private static final Set<Integer> SERVER_GONE = Set.of(2002, 2003, 2006, 2013);
    private static final Set<Integer> DISK_FULL = Set.of(28, 1021, 1114);
    /** What an older server doesn't know: a character set, a collation, an engine, a kind of column. */
    private static final Set<Integer> NOT_KNOWN = Set.of(1115, 1273, 1286);

    private static final int PIECE = 256 * 1024;
    /** How a client that is older than the dump reads its first line, by which newer ones are told to run no commands. */
    private static final String SANDBOX = "Unknown command '\\-'";
    private static final String NEEDED = "10.5.25, 10.6.18, 10.11.8, 11.1.5, 11.2.4, 11.4.2";

    private Loading() {
    }

    /** Takes the dump piece by piece. */
    @FunctionalInterface
    public interface Pieces {
        void write(byte[] piece, int count) throws IOException;

        /** Nothing follows any more. */
        default void end() throws IOException {
        }
    }

    /** What stands between the file and whoever takes the dump: it may leave out, or refuse by a {@link DumpFailure}. */
    @FunctionalInterface
    public interface Passing {

        /** All of it, as it is. */
        Passing ALL = next -> next;

        Pieces before(Pieces next);
    }

    /** Where to load. */
    public static final class Target {

        private final DatabaseAddress address;
        private final char[] password;
        private final Path program;
        private final Path secrets;

        /**
         * @param address the first of its hosts is taken
         * @param password of its account; the caller wipes it
         * @param program the client
         * @param secrets a folder of the owner's own for the file by which the client signs in
         */
        public Target(DatabaseAddress address, char[] password, Path program, Path secrets) {
            this.address = address;
            this.password = password;
            this.program = program;
            this.secrets = secrets;
        }

        private SignIn signIn() throws IOException {
            return SignIn.write(secrets, address, address.hosts().getFirst(), password);
        }

        private List<String> command(SignIn signIn) {
            return List.of(program.toString(), signIn.option(), "--loose-sandbox", "--binary-mode",
                    "--max-allowed-packet=1G", "--", address.database());
        }
    }

    /**
     * Loads it; when this returns, the whole file was read, was the right one and was taken.
     *
     * @throws DumpFailure RESTORE_FAILED, TOOL_TOO_OLD; HASH_DIFFERS where the file changed since it
     *     was looked at
     * @throws Problem where the server itself came to grief: nothing is known of the dump then
     */
    public static void load(BackupFile file, Manifest manifest, Target target, Passing passing, Watch watch)
            throws IOException {
        feed(target, child -> reading(file, manifest, Stage.RESTORE,
                passing.before((piece, count) -> hand(child, piece, count)), watch), manifest, watch);
    }

    /**
     * Reads the dump without loading it anywhere.
     *
     * @throws DumpFailure HASH_DIFFERS where the file isn't the manifest's, and what the pieces' taker throws
     */
    public static void look(BackupFile file, Manifest manifest, Pieces pieces, Watch watch) throws IOException {
        reading(file, manifest, Stage.PARSE, pieces, watch);
    }

    private static void reading(BackupFile file, Manifest manifest, Stage stage, Pieces pieces, Watch watch)
            throws IOException {
        var reading = file.read(manifest.dumpBytes(), stage, pieces::write, watch);
        if (reading.missingKey() != null) {
            throw new DumpFailure(Reason.KEY_MISSING, reading.missingKey());
        }
        if (reading.unreadable() != null || !reading.sha256().equals(manifest.sha256())) {
            throw new DumpFailure(Reason.HASH_DIFFERS, file.path().toString());
        }
        pieces.end();
    }

    /** Gives the client what it shall take. */
    private interface Feed {
        void to(Child child) throws IOException;
    }

    /** Gives a client what a dump's program of the server's own writes, in place of a file. */
    public static void feed(Target target, InputStream dump, Passing passing, Manifest manifest, Watch watch)
            throws IOException {
        feed(target, child -> {
            var pieces = passing.before((piece, count) -> hand(child, piece, count));
            var piece = new byte[PIECE];
            var read = 0L;
            for (var count = dump.read(piece); count >= 0; count = dump.read(piece)) {
                watch.check();
                pieces.write(piece, count);
                read += count;
                watch.at(new Pace(Stage.RESTORE, read, 0, 0, 0));
            }
            pieces.end();
        }, manifest, watch);
    }

    private static void feed(Target target, Feed feed, Manifest manifest, Watch watch) throws IOException {
        try (var signIn = target.signIn(); var child = Child.start(target.command(signIn), watch)) {
            var whole = fed(child, feed);
            var status = child.await();
            if (status != 0) {
                throw failure(child.words(), manifest);
            }
            if (!whole) {
                throw new DumpFailure(Reason.RESTORE_FAILED, DumpWords.redacted(child.words()));
            }
        }
    }

    /** False where the client ended before it had all. */
    private static boolean fed(Child child, Feed feed) throws IOException {
        try {
            feed.to(child);
            hand(child, new byte[0], 0);
            return true;
        } catch (ClientEnded _) {
            return false;
        }
    }

    /** Hands a piece to the client; an empty one is the last. */
    private static void hand(Child child, byte[] piece, int count) throws ClientEnded {
        try {
            if (count > 0) {
                child.input().write(piece, 0, count);
            } else {
                child.input().close();
            }
        } catch (IOException e) {
            throw new ClientEnded(e);
        }
    }

    /** The client takes no more; its status and its words say why. */
    private static final class ClientEnded extends IOException {

        ClientEnded(IOException because) {
            super(because);
        }
    }

    private static RuntimeException failure(String words, Manifest manifest) {
        var code = DumpWords.code(words);
        var told = DumpWords.redacted(words);
        if (words.contains(SANDBOX)) {
            return new DumpFailure(Reason.TOOL_TOO_OLD,
                    "mariadb < " + NEEDED + ", mariadb-dump " + manifest.toolVersion());
        }
        if (DISK_FULL.contains(code)) {
            return new Problem(ErrorCode.DISK_FULL, told);
        }
        if (SERVER_GONE.contains(code)) {
            return new Problem(ErrorCode.CONNECTION_LOST, told);
        }
        return NOT_KNOWN.contains(code)
                ? new DumpFailure(Reason.TOOL_TOO_OLD, manifest.serverVersion() + ": " + told)
                : new DumpFailure(Reason.RESTORE_FAILED, told);
    }
}
