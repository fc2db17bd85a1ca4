package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDay;
import dev.rackside.backup.BackupWords;
import dev.rackside.text.Messages;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came of a day's backups, in a sentence. */
final class DayWords {

    private DayWords() {
    }

    static String of(LocalDate day, @Nullable BackupDay found) {
        if (found == null) {
            return Messages.get("backup.day.empty", day.toString());
        }
        var grades = found.worst() == found.best()
                ? Messages.get("backup.day.all", BackupWords.grade(found.worst()))
                : Messages.get("backup.day.range", BackupWords.grade(found.worst()), BackupWords.grade(found.best()));
        return Messages.get("backup.day.words", day.toString(), found.count(), found.failed()) + " " + grades;
    }
}
