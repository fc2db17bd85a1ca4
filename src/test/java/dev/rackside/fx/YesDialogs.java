package dev.rackside.fx;

import java.util.ArrayList;
import java.util.List;

/** Says yes to every question and remembers what was said, for tests. */
public final class YesDialogs implements Dialogs {

    private final List<String> heard = new ArrayList<>();

    /** What was asked, explained and warned of. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public boolean confirm(String question, String explanation, String verb) {
        heard.add(question);
        heard.add(explanation);
        return true;
    }

    @Override
    public boolean confirmDelete(String what, List<String> consequences) {
        heard.add(what);
        heard.addAll(consequences);
        return true;
    }

    @Override
    public boolean confirmByTyping(String what, String name, List<String> consequences) {
        heard.add(what);
        heard.addAll(consequences);
        return true;
    }

    @Override
    public Unsaved askToSave() {
        return Unsaved.DISCARD;
    }
}
