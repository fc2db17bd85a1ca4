package dev.rackside.fx;

import dev.rackside.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A list with its detail or its form beside it: what every such screen does alike. The room's screen makes the parts,
 * hands them to {@link #arrange}, and adds what its rows can do.
 */
public abstract class ListScreen<R extends Row> implements Screen {

    protected final MasterDetail frame = new MasterDetail();
    private @Nullable Parts<R> parts;
    private @Nullable BulkEditing<?> many;

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
        made.table().rowActs(this::menuOfRow);
    }

    /** From now on the list is as the person left it: its columns, its order, what narrows it, its named filters. */
    public final void remember(Comforts comforts, String list) {
        var menu = parts().table().menu();
        if (menu != null) {
            menu.remember(comforts, list);
        }
    }

    /** Whether the row that is chosen may be edited. */
    protected boolean editable() {
        return parts().editing() != null;
    }

    /** What the room can do with the row that is chosen, beside opening and editing it. */
    protected List<Act> rowActs() {
        return List.of();
    }

    private List<Act> menuOfRow() {
        var acts = new ArrayList<Act>();
        acts.add(Act.of("fx.open", ListKeys.OPEN.keys(), parts().table()::open));
        if (editable()) {
            acts.add(Act.of("fx.edit", ListKeys.EDIT.keys(), this::edit));
        }
        acts.addAll(rowActs());
        if (many != null) {
            acts.add(Act.of("fx.bulk.edit-together", ListKeys.EDIT_MANY.keys(), this::openMany));
        }
        return acts;
    }

    /** The palette has the list's comforts, and where a row is chosen what can be done with it. */
    @Override
    public final List<Act> acts() {
        var acts = new ArrayList<Act>();
        if (parts().pane().row() != null && !parts().pane().editing()) {
            acts.addAll(menuOfRow());
        }
        var menu = parts().table().menu();
        if (menu != null) {
            acts.addAll(menu.acts());
        }
        return acts;
    }

    /** Lets marked rows be edited together: Shift+F2 opens the panel, Ctrl+S writes, Ctrl+Z takes back. */
    protected final void editMany(BulkEditing<?> editing) {
        many = editing;
        var model = editing.model();
        editing.onOpen(this::openMany, () -> parts().pane().leave(() -> {
            model.report();
            parts().pane().hold(editing.panel(), model::close);
        }));
        model.isOpen().addListener((_, _, open) -> {
            if (!open) {
                closedMany(editing);
            }
        });
        frame.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ListKeys.EDIT_MANY.match(event) && !parts().pane().editing()) {
                openMany();
                event.consume();
            }
        });
        frame.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var typing = event.getTarget() instanceof TextInputControl || parts().pane().editing();
            if (ListKeys.TAKE_BACK.match(event) && !event.isConsumed() && !typing) {
                model.takeBack();
                event.consume();
            }
        });
    }

    private void openMany() {
        var editing = many;
        if (editing == null) {
            return;
        }
        if (editing.model().isOpen().get()) {
            editing.focus();
        } else {
            parts().pane().leave(() -> {
                editing.model().open();
                parts().pane().hold(editing.panel(), editing.model()::close);
                editing.begin();
            });
        }
    }

    private void closedMany(BulkEditing<?> editing) {
        if (parts().pane().shows(editing.panel())) {
            parts().pane().back();
        }
        focusTable();
    }

    private Parts<R> parts() {
        return Objects.requireNonNull(parts);
    }

    /** The row that is chosen; null where none is. */
    public final @Nullable R chosen() {
        return parts().pane().row();
    }

    /** Opens the form of the row that is chosen; F2. Nothing where nobody edits these rows here. */
    protected void edit() {
    }

    /** One step back, with the keyboard in the list unless the step leaves a form or hides the list. */
    protected final void back() {
        parts().pane().back();
        if (!parts().pane().editing() && (frame.getDetail() == null || !frame.folded())) {
            focusTable();
        }
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

    /** The keyboard goes back to the list. */
    protected final void focusTable() {
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
        if (many != null && many.model().isOpen().get() && !parts().pane().editing()) {
            many.model().write();
        } else {
            parts().pane().save();
        }
    }

    @Override
    public final void leave(Runnable then) {
        parts().pane().leave(then);
    }

    @Override
    public void close() {
        parts().model().rows().close();
    }
}
