package dev.rackside.backup.dump;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Gives a finished backup its final name. The manifest comes first: a backup under its final name always has one.
 */
final class Publication {

    private Publication() {
    }

    /**
     * @throws DumpFailure DISK_FULL, TARGET_LOST; neither file has its final name then
     */
    static void publish(DumpOrder order, Manifest manifest) {
        var beside = ManifestFile.of(order.file());
        try {
            ManifestFile.write(order.partialManifest(), manifest, order.key());
            Files.move(order.partialManifest(), beside, StandardCopyOption.ATOMIC_MOVE);
            Files.move(order.partial(), order.file(), StandardCopyOption.ATOMIC_MOVE);
            force(order.file().toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            DumpFile.discard(beside);
            DumpFile.discard(order.file());
            throw DumpFile.lost(e, order.file());
        }
    }

    /** Takes back what was published, where the run turns out to be somebody else's by now. */
    static void withdraw(Path file) {
        DumpFile.discard(file);
        DumpFile.discard(ManifestFile.of(file));
    }

    /** Puts a folder's names on the disk, where the system can: Windows can't, and does it by itself. */
    private static void force(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException _) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }
}
