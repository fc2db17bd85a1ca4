package dev.rackside.backup.proving;

import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Stage;
import dev.rackside.credential.BackupKeySource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A backup's file, which may be encrypted.
 *
 * @param keys where its key is got from then
 */
public record BackupFile(Path path, BackupKeySource keys) {

    /** Reads it whole, and hands on the dump in it. */
    FileReading read(long most, Stage stage, FileReading.Sink sink, Watch watch) throws IOException {
        return FileReading.dump(this, most, stage, sink, watch);
    }
}
