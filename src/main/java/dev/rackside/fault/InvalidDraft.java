package dev.rackside.fault;

import java.util.List;

/** A draft that breaks its own rules reached a service; nothing was written. */
public final class InvalidDraft extends Problem {

    private final List<Violation> violations;

    private InvalidDraft(List<Violation> violations) {
        super(ErrorCode.DRAFT_INVALID, violations.getFirst().field() + ": " + violations.getFirst().key());
        this.violations = violations;
    }

    /** Throws when there is a violation. */
    public static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidDraft(List.copyOf(violations));
        }
    }

    /** What is wrong, at least one. */
    public List<Violation> violations() {
        return violations;
    }
}
