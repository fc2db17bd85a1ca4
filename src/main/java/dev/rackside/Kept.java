package dev.rackside;

import dev.rackside.backup.Workshop;
import dev.rackside.backup.notice.NoticeHome;
import dev.rackside.credential.Pins;
import dev.rackside.fx.ListMemory;

/**
 * What this workstation keeps of a workspace.
 *
 * @param memory what the person made of the lists
 * @param pins what was seen of the vault
 * @param workshop with what and where backups are taken
 * @param notices by what people are told of them outside the window
 */
record Kept(ListMemory memory, Pins pins, Workshop workshop, NoticeHome notices) {}
