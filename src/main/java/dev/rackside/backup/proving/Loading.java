package dev.rackside.backup.proving;

import dev.rackside.backup.Reason;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Stage;
import dev.rackside.backup.dump.Child;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.DumpWords;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.SignIn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loads a dump into a scratch server by the server's own client, which stops at the first statement that is refused.
 * The client runs no commands of its own that a dump may hold: they are refused too.
 */
final class Loading {

    private static final Set<Integer> SERVER_GONE = Set.of(2002, 2003, 2006, 2013);
    private static final Set<Integer> DISK_FULL = Set.of(28, 1021, 1114);
    /** What an older server doesn't know: a character set, a collation, an engine, a kind of column. */
    private static final Set<Integer> NOT_KNOWN = Set.of(1115, 1273, 1286);

    /** How a client that is older than the dump reads its first line, by which newer ones are told to run no commands. */
    private static final String SANDBOX = "Unknown command '\\-'";
    private static final String NEEDED = "10.5.25, 10.6.18, 10.11.8, 11.1.5, 11.2.4, 11.4.2";

    private Loading() {
    }

    /**
     * Loads it; when this returns, the whole file was read, was the right one and was taken.
     *
     * @throws DumpFailure RESTORE_FAILED, TOOL_TOO_OLD; HASH_DIFFERS where the file changed since it was looked at
     * @throws Problem where the scratch server itself came to grief: nothing is known of the dump then
     */
    static void load(BackupFile file, Manifest manifest, Scratch scratch, Path client, Path secrets, Watch watch)
            throws IOException {
        var host = scratch.address().hosts().getFirst();
        try (var signIn = SignIn.write(secrets, scratch.address(), host, scratch.password());
                var child = Child.start(List.of(client.toString(), signIn.option(), "--loose-sandbox",
                        "--binary-mode", "--max-allowed-packet=1G", "--", scratch.address().database()), watch)) {
            var reading = feed(file, manifest, child, watch);
            var status = child.await();
            if (status != 0) {
                throw failure(child.words(), manifest);
            }
            if (reading.isEmpty()) {
                throw new DumpFailure(Reason.RESTORE_FAILED, DumpWords.redacted(child.words()));
            }
            if (reading.get().unreadable() != null || !reading.get().sha256().equals(manifest.sha256())) {
                throw new DumpFailure(Reason.HASH_DIFFERS, file.path().toString());
            }
        }
    }

    /** Empty where the client ended before it had all. */
    private static Optional<FileReading> feed(BackupFile file, Manifest manifest, Child child, Watch watch)
            throws IOException {
        try {
            var reading = file.read(manifest.dumpBytes(), Stage.RESTORE,
                    (piece, count) -> hand(child, piece, count), watch);
            hand(child, new byte[0], 0);
            return Optional.of(reading);
        } catch (ClientEnded _) {
            return Optional.empty();
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
