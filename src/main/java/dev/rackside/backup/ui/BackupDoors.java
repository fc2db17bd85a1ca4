package dev.rackside.backup.ui;

import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupReports;
import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.PruneService;
import dev.rackside.backup.notice.Notices;

/** What the screen of backups asks. */
public record BackupDoors(BackupService backups, BackupReports reports, PruneService retention, BackupMaker maker,
        BackupRestorer restorer, Notices notices) {}
