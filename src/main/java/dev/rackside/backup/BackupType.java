package dev.rackside.backup;

import dev.rackside.text.Coded;
import java.util.Locale;

/** Why a backup was taken. */
public enum BackupType implements Coded.Spelled {
    DAILY, WEEKLY, MONTHLY, MANUAL, PRE_MIGRATION;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
