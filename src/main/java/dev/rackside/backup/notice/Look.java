package dev.rackside.backup.notice;

import java.util.List;

/**
 * What came of one look.
 *
 * @param sent how many notices were taken by their servers
 * @param undelivered what nobody was told yet, the newest first; of all workstations
 */
public record Look(int sent, List<Delivery> undelivered) {}
