package dev.rackside.backup.ui;

import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.BackupReports;
import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.PruneService;
import dev.rackside.backup.notice.Notices;
import dev.rackside.backup.proof.SignedProof;
import java.util.function.Function;

/**
 * What the screen of backups asks.
 *
 * @param proofs makes a signed proof of restore for a time; needs the open vault
 */
public record BackupDoors(BackupService backups, BackupReports reports, PruneService retention, BackupMaker maker,
        BackupRestorer restorer, Notices notices, Function<BackupPeriod, SignedProof> proofs) {}
