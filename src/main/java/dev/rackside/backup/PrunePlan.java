package dev.rackside.backup;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What retention keeps and lets go of one schedule.
 *
 * @param lines the newest first
 */
public record PrunePlan(UUID schedule, String name, RetentionRule rule, List<Line> lines) {

    /**
     * A backup and what becomes of it.
     *
     * @param file how its file stands; null for what is kept
     */
    public record Line(BackupRow row, RetentionVerdict verdict, @Nullable PruneState file) {

        public boolean goes() {
            return verdict.goes();
        }
    }

    /** What goes. */
    public List<Line> going() {
        return lines.stream().filter(Line::goes).toList();
    }

    /** What goes and lies where it can be removed here. */
    public List<Line> here() {
        return lines.stream().filter(line -> line.goes() && line.file() == PruneState.HERE).toList();
    }

    /** The bytes of the files that can be removed here. */
    public long bytes() {
        return here().stream().map(line -> line.row().sizeBytes()).filter(Objects::nonNull)
                .mapToLong(Long::longValue).sum();
    }
}
