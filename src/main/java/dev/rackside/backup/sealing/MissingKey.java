package dev.rackside.backup.sealing;

import dev.rackside.credential.vault.BackupKey;

/** Which key is missing, in words that stand in records: a person looks for it by them. */
public final class MissingKey {

    private MissingKey() {
    }

    public static String words(BackupKey.Name name) {
        return "generation " + name.generation() + " (" + name.id() + ") of vault " + name.vault();
    }
}
