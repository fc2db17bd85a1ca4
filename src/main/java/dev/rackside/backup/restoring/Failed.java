package dev.rackside.backup.restoring;

import dev.rackside.backup.BackupWords;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.util.concurrent.CancellationException;

/** Why a restore came to nothing, in a sentence. */
public final class Failed {

    private static final int LONGEST = 500;

    private Failed() {
    }

    public static String words(Exception because) {
        return switch (because) {
            case CancellationException _ -> Messages.get("backup.restore.cancelled");
            case DumpFailure failure -> BackupWords.reason(failure.reason().code()) + ": " + failure.words();
            case Problem problem -> Messages.get("problem." + problem.code().key() + ".what",
                    problem.arguments().toArray());
            default -> {
                var words = String.valueOf(because.getMessage());
                yield words.substring(0, Math.min(words.length(), LONGEST));
            }
        };
    }
}
