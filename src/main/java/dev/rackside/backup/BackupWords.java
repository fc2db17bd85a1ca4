package dev.rackside.backup;

import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The codes of this room as a person reads them. A code that isn't known stands for itself. */
public final class BackupWords {

    private BackupWords() {
    }

    public static String type(Coded<BackupType> type) {
        return word("backup.type.", type, "backup.type.none");
    }

    /** No outcome is "not recorded", never something that runs or waits. */
    public static String outcome(Coded<BackupOutcome> outcome) {
        return word("backup.outcome.", outcome, "backup.outcome.none");
    }

    public static String verification(Coded<VerificationStatus> status) {
        return word("backup.verification.", status, "backup.verification.none");
    }

    public static String grade(Grade grade) {
        return Messages.get("backup.grade." + key(grade));
    }

    /** A step of the ladder, as its name. */
    public static String level(VerificationLevel level) {
        return Messages.get("backup.level." + key(level));
    }

    /** What a step of the ladder proves. */
    public static String levelMeans(VerificationLevel level) {
        return Messages.get("backup.level." + key(level) + ".means");
    }

    /** A sentence for a reason code; empty where there is none. */
    public static String reason(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        var key = "backup.reason." + code.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Messages.has(key) ? Messages.get(key) : code;
    }

    private static <E extends Enum<E>> String word(String prefix, Coded<E> coded, String none) {
        var known = coded.known();
        if (known != null) {
            return Messages.get(prefix + Coded.code(known));
        }
        var text = coded.text();
        return text == null || text.isBlank() ? Messages.get(none) : text;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
