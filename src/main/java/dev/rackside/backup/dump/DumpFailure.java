package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import org.jspecify.annotations.Nullable;

/** A backup came to nothing for a reason that is expected to come up some day. */
public final class DumpFailure extends RuntimeException {

    private final Reason reason;
    private final String words;

    /** @param words what the program or the server said, without a secret and cut short */
    public DumpFailure(Reason reason, String words, @Nullable Throwable cause) {
        super(reason.code() + ": " + words, cause);
        this.reason = reason;
        this.words = words;
    }

    public DumpFailure(Reason reason, String words) {
        this(reason, words, null);
    }

    public Reason reason() {
        return reason;
    }

    public String words() {
        return words;
    }
}
