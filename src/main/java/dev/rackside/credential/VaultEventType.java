package dev.rackside.credential;

/** What can be done with the vault, as it is remembered. */
public enum VaultEventType {
    CREATED, GRANTED, REMOVED,
    /** Opened by the recovery kit, which opens nothing any more. */
    RECOVERED, ROTATED, PASSWORD_CHANGED, KIT_TESTED, KIT_REPLACED, SECRET_WRITTEN, SECRET_REMOVED,
    /** One that somebody knows who has the vault no more, and that shall stay as it is. */
    SECRET_LEFT,
    /** Backups are encrypted by a new key from then on. */
    BACKUP_KEY_MADE,
    /** A workstation keeps a copy from then on. */
    BACKUP_KEY_COPIED,
    /** Backups are no longer encrypted. */
    BACKUP_KEY_RETIRED
}
