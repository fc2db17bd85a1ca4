package dev.rackside.backup;

import dev.rackside.backup.dump.SealKey;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.server.ServerProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A database with something of every kind in it, and a folder to back it up to. */
final class FaultBench implements AutoCloseable {

    final TestDatabase test;
    final Path folder = TestFolders.fresh("backup-faults");
    final BackupService service;

    FaultBench() {
        this(List.of());
    }

    /** @param rooms that are mapped too */
    FaultBench(List<Set<Class<?>>> rooms) {
        test = TestDatabase.migrated("faults",
                Stream.concat(Stream.of(BackupService.ENTITIES), rooms.stream()).toList());
        service = new BackupService(test.database());
        slim();
        test.outside(
                "CREATE TABLE odd (id INT PRIMARY KEY, words VARCHAR(60) CHARACTER SET utf8mb4, raw VARBINARY(20), "
                        + "bits BIT(9), place GEOMETRY, made INT GENERATED ALWAYS AS (CHAR_LENGTH(words) * 2) STORED, "
                        + "seen INT AS (id + 1) VIRTUAL, zero DATE, big LONGBLOB)",
                "SET SESSION sql_mode = ''",
                "INSERT INTO odd (id, words, raw, bits, place, zero, big) VALUES "
                        + "(1, '\uD83E\uDD80 \u00e4\\n-- Dump completed on', X'00FF1A0D0A2700', b'101010101', "
                        + "ST_GeomFromText('POINT(1 2)'), '0000-00-00', REPEAT('\\0a''', 200000)), "
                        + "(2, NULL, X'00', NULL, NULL, NULL, NULL)");
        test.outside("CREATE TABLE kept (n INT) WITH SYSTEM VERSIONING", "INSERT INTO kept VALUES (1)",
                "UPDATE kept SET n = 2", "CREATE SEQUENCE numbers START WITH 5 CACHE 10", "SELECT NEXTVAL(numbers)",
                "CREATE VIEW seen AS SELECT id, words FROM odd",
                "CREATE TRIGGER shout BEFORE INSERT ON odd FOR EACH ROW SET NEW.words = UPPER(NEW.words)",
                "CREATE PROCEDURE tell() SELECT 'DELIMITER ;;'", "CREATE FUNCTION one() RETURNS INT RETURN 1",
                "CREATE EVENT often ON SCHEDULE EVERY 1 DAY DO DELETE FROM kept WHERE n = 77");
    }

    /** Indexes of words take longer than all the rest of a restore: the tables that have them are dumped elsewhere. */
    private void slim() {
        var others = String.valueOf(test.ask("""
                SELECT GROUP_CONCAT(table_name) FROM information_schema.tables WHERE table_schema = DATABASE()
                AND table_name NOT LIKE 'backup%' AND table_name NOT LIKE 'vault%' AND table_name NOT IN ('clients',
                'api_users', 'api_tokens', 'technician_keys', 'integration_credentials', 'credential_leases',
                'scheduled_tasks', 'schema_info', 'rackside_schema_history')"""));
        test.outside("SET STATEMENT foreign_key_checks = 0 FOR DROP TABLE " + others,
                "ALTER TABLE clients DROP INDEX ft_clients");
    }

    BackupMaker maker() {
        return maker(folder.resolve("backups"), TestServer.program(), UnaryOperator.identity());
    }

    BackupMaker maker(Path target, ServerProgram program, UnaryOperator<OutputStream> stage) {
        return new BackupMaker(test.database(), workshop(target, program), () -> "mara.ellis", stage);
    }

    Workshop workshop(Path target, ServerProgram program) {
        return new Workshop(target, folder.resolve("backup.key"), folder.resolve("cache"), () -> program);
    }

    SealKey key() {
        return SealKey.in(folder.resolve("backup.key"));
    }

    /** The server's programs with another one in the dump's place: a shell script, which finds the real one in $REAL. */
    ServerProgram dumpedBy(String script) {
        var real = TestServer.program();
        try {
            var file = Files.createDirectories(folder).resolve("dump-" + UUID.randomUUID() + ".sh");
            Files.writeString(file, "#!/bin/bash\nREAL=" + real.dump().toAbsolutePath() + "\n" + script + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return new ServerProgram(real.daemon(), real.client(), file.toAbsolutePath(), real.share(),
                    real.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cancels when a moment has come. */
    static Watch cancelledAt(Instant moment) {
        return new Watch() {
            @Override
            public void at(Pace pace) {
                // Only the time counts.
            }

            @Override
            public boolean cancelled() {
                return !Instant.now().isBefore(moment);
            }
        };
    }

    Path file(UUID id) {
        return Path.of(String.valueOf(service.detail(id).row().filePath()));
    }

    /** The names of all files below the backups' folder. */
    List<String> files() {
        var backups = folder.resolve("backups");
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run that began last. */
    UUID last() {
        return UUID.fromString(String.valueOf(
                test.ask("SELECT id FROM backup_log ORDER BY created_at DESC, id DESC LIMIT 1")));
    }

    /** Some forty megabytes of rows, for dumps that take a moment. */
    void grow() {
        grow(20_000);
    }

    /** @param rows of two kilobytes each */
    void grow(int rows) {
        test.outside("CREATE TABLE aaa_big AS SELECT seq AS id, REPEAT(MD5(seq), 60) AS words FROM seq_1_to_" + rows);
    }

    void shrink() {
        test.outside("DROP TABLE IF EXISTS aaa_big");
    }

    @Override
    public void close() {
        test.close();
        TestFolders.delete(folder);
    }
}
