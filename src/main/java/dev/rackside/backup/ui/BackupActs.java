package dev.rackside.backup.ui;

import java.util.function.Consumer;

/**
 * What the screen of backups brings about outside itself.
 *
 * @param say tells the person what came of something
 * @param look has everybody look again how the backups stand
 */
public record BackupActs(Consumer<String> say, Runnable look) {}
