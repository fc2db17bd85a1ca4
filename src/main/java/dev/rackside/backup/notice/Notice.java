package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert;
import java.util.UUID;

/**
 * What is to be told, once.
 *
 * @param id its row's; the same each time that it is sent, so that whoever receives it twice can tell
 * @param attempt how often it was tried, this time with it
 */
record Notice(UUID id, BackupAlert alert, int attempt) {}
