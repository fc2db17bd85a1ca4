package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDay;
import dev.rackside.backup.Grade;
import dev.rackside.text.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a day's square shows of its worst and its best backup: a colour, and a sign that says the same without it. */
enum DayMark {
    /** All failed. */
    FAILED(Feather.X),
    /** Some failed, others didn't. */
    MIXED(Feather.ALERT_TRIANGLE),
    /** Something in the rows contradicts itself. */
    UNCLEAR(Feather.HELP_CIRCLE),
    /** Every one is proved. */
    PROVED(Feather.CHECK),
    /** One is proved, others were looked at less. */
    PARTLY(Feather.CHECK),
    /** Looked at, and not restored and compared. */
    LOOKED_AT(Feather.MINUS),
    /** Nobody looked at any. */
    UNSEEN(Feather.CIRCLE),
    /** No backup. */
    NONE(null);

    private final @Nullable Feather sign;

    DayMark(@Nullable Feather sign) {
        this.sign = sign;
    }

    static DayMark of(@Nullable BackupDay day) {
        if (day == null) {
            return NONE;
        }
        if (day.failed() > 0) {
            return day.best() == Grade.FAILED ? FAILED : MIXED;
        }
        if (day.worst() == Grade.UNCLEAR) {
            return UNCLEAR;
        }
        if (day.best() == Grade.PROVED) {
            return day.worst() == Grade.PROVED ? PROVED : PARTLY;
        }
        return day.best() == Grade.NOT_VERIFIED ? UNSEEN : LOOKED_AT;
    }

    @Nullable
    Feather sign() {
        return sign;
    }

    /** The class by which the stylesheet knows it. */
    String style() {
        return "day-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String words() {
        return Messages.get("backup.day." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
