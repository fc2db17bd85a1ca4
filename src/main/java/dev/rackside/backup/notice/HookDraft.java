package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is told to the hook; its address is a secret and not among it.
 *
 * @param ownNetwork whether the hook stands in a network of our own: only then may its address be a private one
 */
public record HookDraft(@Nullable Boolean failed, @Nullable Boolean overdue, @Nullable Boolean back,
        @Nullable Boolean ownNetwork) {

    public static HookDraft blank() {
        return new HookDraft(true, true, true, false);
    }

    boolean wants(Kind kind) {
        return Boolean.TRUE.equals(switch (kind) {
            case FAILED -> failed;
            case OVERDUE -> overdue;
            case BACK -> back;
        });
    }
}
