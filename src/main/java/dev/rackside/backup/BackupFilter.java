package dev.rackside.backup;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the list of backups is narrowed by. Empty sets are for all; an empty text in a set is for rows that have none.
 *
 * @param text what the search box says: part of the path, the host or the database; null or blank for all
 * @param types codes of {@link BackupType}, or texts that stand in the rows
 * @param grades names of {@link Grade}
 * @param outcomes codes of {@link BackupOutcome}, or texts that stand in the rows
 * @param failedSince only what failed since then: the run or its verification; null for all
 * @param started only what started in that time; null for all
 */
public record BackupFilter(@Nullable String text, Set<String> types, Set<String> grades, Set<String> outcomes,
        Set<String> methods, Set<String> databases, @Nullable Instant failedSince,
        @Nullable BackupPeriod started) {

    public static final BackupFilter ALL = new BackupFilter(null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
            null, null);

    public BackupFilter text(String wanted) {
        return new BackupFilter(wanted, types, grades, outcomes, methods, databases, failedSince, started);
    }

    public BackupFilter types(Set<String> wanted) {
        return new BackupFilter(text, wanted, grades, outcomes, methods, databases, failedSince, started);
    }

    public BackupFilter grades(Set<String> wanted) {
        return new BackupFilter(text, types, wanted, outcomes, methods, databases, failedSince, started);
    }

    public BackupFilter outcomes(Set<String> wanted) {
        return new BackupFilter(text, types, grades, wanted, methods, databases, failedSince, started);
    }

    public BackupFilter methods(Set<String> wanted) {
        return new BackupFilter(text, types, grades, outcomes, wanted, databases, failedSince, started);
    }

    public BackupFilter databases(Set<String> wanted) {
        return new BackupFilter(text, types, grades, outcomes, methods, wanted, failedSince, started);
    }

    public BackupFilter failedSince(@Nullable Instant wanted) {
        return new BackupFilter(text, types, grades, outcomes, methods, databases, wanted, started);
    }

    public BackupFilter started(@Nullable BackupPeriod wanted) {
        return new BackupFilter(text, types, grades, outcomes, methods, databases, failedSince, wanted);
    }
}
