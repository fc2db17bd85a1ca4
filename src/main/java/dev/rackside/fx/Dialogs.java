package dev.rackside.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions that must be answered now. {@link Failures} asks them in a dialog, a test answers them itself. */
public interface Dialogs {

    /** What to do with changes that were not saved. */
    enum Unsaved {
        SAVE, DISCARD, STAY
    }

    /**
     * Asks before something that can be undone with trouble only.
     *
     * @param verb stands on the button that does it: "Restore"
     */
    boolean confirm(String question, String explanation, String verb);

    /**
     * Asks before a delete.
     *
     * @param what the thing, as the person knows it: "Insight PowerShell 2.0 on DC03"
     * @param consequences what goes with it, in numbers, one sentence each: "3 pieces of evidence go with it."
     */
    boolean confirmDelete(String what, List<String> consequences);

    /** Asks before something that can't be undone: the name must be typed. */
    boolean confirmByTyping(String what, String name, List<String> consequences);

    /** Asks what happens to unsaved changes before leaving a form. */
    Unsaved askToSave();

    /**
     * Asks where a file is to be written.
     *
     * @param suggestion its name
     * @return nothing where the person changed their mind
     */
    default Optional<Path> saveAs(String title, String suggestion) {
        return Optional.empty();
    }
}
