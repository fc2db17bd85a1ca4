package dev.rackside.workspace;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import java.util.List;

/**
 * A local workspace that a person is about to make.
 *
 * @param owner the name that stands in what they write
 * @param sample whether it shall be filled with sample data
 */
public record LocalDraft(String name, String owner, boolean sample) {

    static final int LONGEST_NAME = 80;
    /** The length of {@code api_users.username}. */
    static final int LONGEST_OWNER = 100;

    public List<Violation> violations() {
        return new Rules().required("name", name).atMost("name", name, LONGEST_NAME).required("owner", owner)
                .atMost("owner", owner, LONGEST_OWNER).violations();
    }
}
