package dev.rackside.backup.ui;

import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.BackupReports;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.PruneService;
import dev.rackside.backup.notice.Notices;
import dev.rackside.backup.notice.SomeNotices;
import dev.rackside.backup.proof.SignedProof;
import dev.rackside.db.TestDatabase;
import java.nio.file.Path;
import java.util.function.Function;

/** What the screen of backups asks, for tests of it: all of a database, and what a test has of its own. */
final class SomeDoors {

    static final BackupActs NO_ACTS = new BackupActs(_ -> {
    }, () -> {
    });

    private SomeDoors() {
    }

    /** For screens that take and restore nothing. */
    static BackupDoors of(TestDatabase test) {
        return of(test, Path.of("target", "no-backups"));
    }

    /** @param folder of backups, keys and servers that are thrown away */
    static BackupDoors of(TestDatabase test, Path folder) {
        return new BackupDoors(new BackupService(test.database()), new BackupReports(test.database()),
                new PruneService(test.database(), () -> "mara.ellis", () -> true, "TIDE-WS012"),
                new BackupMaker(test.database(), Restoring.workshop(folder), () -> "mara.ellis"),
                Restoring.at(test.database(), folder), SomeNotices.of(test), _ -> {
                    throw new IllegalStateException();
                });
    }

    static BackupDoors of(TestDatabase test, Notices notices) {
        var doors = of(test);
        return new BackupDoors(doors.backups(), doors.reports(), doors.retention(), doors.maker(), doors.restorer(),
                notices, doors.proofs());
    }

    static BackupDoors of(TestDatabase test, Function<BackupPeriod, SignedProof> proofs) {
        var doors = of(test);
        return new BackupDoors(doors.backups(), doors.reports(), doors.retention(), doors.maker(), doors.restorer(),
                doors.notices(), proofs);
    }
}
