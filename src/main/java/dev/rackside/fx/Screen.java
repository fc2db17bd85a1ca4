package dev.rackside.fx;

import java.util.List;
import javafx.scene.Parent;

/** What the window shows at a time: the screen of one entry of the sidebar. Made once, when it is first opened. */
public interface Screen {

    /** The screen's root, the same at every call. */
    Parent root();

    /** The screen came into view: it reads what is new, without losing place or selection. */
    void shown();

    /** F5, and after the connection came back. */
    void refresh();

    /** Ctrl+N; nothing where nothing can be made here. */
    default void create() {
    }

    /** Ctrl+F: the keyboard goes to the search box; nothing where there is none. */
    default void search() {
    }

    /** Ctrl+S; nothing where nothing is edited. */
    default void save() {
    }

    /** What else can be done here and now, for the palette. */
    default List<Act> acts() {
        return List.of();
    }

    /**
     * Called before another screen comes, the workspace changes or the window closes. A dirty form asks the person.
     *
     * @param then takes the screen away: run at once, after a save, or not at all where the person wants to stay
     */
    default void leave(Runnable then) {
        then.run();
    }

    /** The workspace was closed: the screen asks the database for nothing any more. */
    void close();
}
