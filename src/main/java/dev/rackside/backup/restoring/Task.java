package dev.rackside.backup.restoring;

import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.proving.BackupFile;
import dev.rackside.backup.proving.Loading;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.server.ServerProgram;
import java.nio.file.Path;
import java.sql.Connection;

/** What is restored, and from where it is done. */
public final class Task {

    private final BackupFile file;
    private final Manifest manifest;
    private final Place place;

    /**
     * What is the same for all backups of a workspace.
     *
     * @param live the workspace's database, on the one host of it that answers
     * @param program the server's programs
     * @param secrets a folder of the owner's own for files by which programs sign in
     * @param scratch where servers that are thrown away are made
     */
    public record Place(DatabaseAddress live, Secret password, ServerProgram program, Path secrets, Path scratch) {}

    /** The password of the workspace's account; wiped by whoever gave it. */
    @FunctionalInterface
    public interface Secret {
        char[] characters();
    }

    /** @param file of the backup, which was found to be the manifest's */
    public Task(BackupFile file, Manifest manifest, Place place) {
        this.file = file;
        this.manifest = manifest;
        this.place = place;
    }

    public BackupFile file() {
        return file;
    }

    public Manifest manifest() {
        return manifest;
    }

    public DatabaseAddress live() {
        return place.live();
    }

    char[] password() {
        return place.password().characters();
    }

    ServerProgram program() {
        return place.program();
    }

    Path secrets() {
        return place.secrets();
    }

    Path scratch() {
        return place.scratch();
    }

    /** The same server's database of another name. */
    private DatabaseAddress database(String name) {
        return new DatabaseAddress(live().hosts(), name, live().account(), live().transport(), live().certificate());
    }

    Connection connect(String name) {
        return database(name).connectPatiently(password());
    }

    Loading.Target target(String name) {
        return new Loading.Target(database(name), password(), program().client(), secrets());
    }

    /** The same with another backup of the same database. */
    public Task of(Path otherFile, Manifest otherManifest) {
        return new Task(new BackupFile(otherFile, file.keys()), otherManifest, place);
    }
}
