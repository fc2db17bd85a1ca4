package dev.rackside.backup;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How long the backups of a schedule are kept. A limit, {@code count} or {@code days}, lets go; the newest of each day,
 * week and month are kept whatever a limit says. Where only these are given, everything else goes. Without any of the
 * five, all are kept.
 *
 * @param count the newest that many
 * @param days those not older
 * @param daily of that many days on which there is one, the newest of each
 * @param weekly of that many weeks, from Monday
 * @param monthly of that many months
 * @param zone by whose clocks days, weeks and months begin
 */
public record RetentionRule(@Nullable Integer count, @Nullable Integer days, @Nullable Integer daily,
        @Nullable Integer weekly, @Nullable Integer monthly, ZoneId zone) {

    /** Whether nothing ever goes by it. */
    public boolean keepsAll() {
        return count == null && days == null && !hasPeriods();
    }

    boolean hasPeriods() {
        return daily != null || weekly != null || monthly != null;
    }

    boolean hasLimits() {
        return count != null || days != null;
    }
}
