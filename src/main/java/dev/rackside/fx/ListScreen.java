package dev.rackside.fx;

import dev.rackside.row.Row;
import java.util.Objects;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * A list with its detail or its form beside it: what every such screen does alike. The room's screen makes the parts,
 * hands them to {@link #arrange}, and adds what its rows can do.
 */
public abstract class ListScreen<R extends Row> implements Screen {

    protected final MasterDetail frame = new MasterDetail();
    private @Nullable Parts<R> parts;

    /**
     * What such a screen consists of.
     *
     * @param focusSearch gives the keyboard to the search box
     * @param editing of the form; null where nobody edits these rows here
     */
    public record Parts<R extends Row>(ListModel<R> model, PagedTable<R> table, Runnable focusSearch,
            DetailPane<R> pane, @Nullable Editing<?> editing) {}

    /** To be called once, at the end of the constructor. */
    protected final void arrange(Parts<R> made) {
        parts = made;
        made.pane().onEditKey(this::edit);
    }

    private Parts<R> parts() {
        return Objects.requireNonNull(parts);
    }

    /** Opens the form of the row that is chosen; F2. Nothing where nobody edits these rows here. */
    protected void edit() {
    }

    protected final void back() {
        parts().pane().back();
    }

    /** After a save: the form gives way to the detail, the list reads again and has the keyboard. */
    protected final void saved() {
        parts().pane().close();
        parts().model().refresh();
        focusTable();
    }

    /** After a delete: nothing is chosen, the list reads again and has the keyboard. */
    protected final void deleted() {
        parts().model().rows().selected().set(null);
        parts().model().refresh();
        focusTable();
    }

    private void focusTable() {
        // A split pane that was never shown has its content outside the scene, where nothing takes the keyboard.
        frame.applyCss();
        parts().table().view().requestFocus();
    }

    @Override
    public final Parent root() {
        return frame;
    }

    /** The keyboard is in the list at once, unless something is being written. */
    @Override
    public void shown() {
        parts().model().shown();
        if (!parts().pane().editing()) {
            focusTable();
        }
    }

    @Override
    public final void refresh() {
        parts().model().refresh();
    }

    @Override
    public final void search() {
        parts().focusSearch().run();
    }

    @Override
    public final void save() {
        var editing = parts().editing();
        if (editing != null && parts().pane().editing()) {
            editing.save();
        }
    }

    @Override
    public final void leave(Runnable then) {
        parts().pane().leave(then);
    }

    @Override
    public final void close() {
        parts().model().rows().close();
    }
}
