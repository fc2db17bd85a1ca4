package dev.rackside.row;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;

/**
 * Somebody else changed the row since it was loaded. Nothing was written; the person settles it field by field and
 * saves again on top of what is there now.
 */
public final class EditConflict extends Problem {

    private final transient Versioned<?> current;

    public EditConflict(Versioned<?> current) {
        super(ErrorCode.EDIT_CONFLICT);
        this.current = current;
    }

    /** The row as it is now; its draft is of the same class as the one that was saved. */
    public Versioned<?> current() {
        return current;
    }
}
