package dev.rackside.fx;

import dev.rackside.row.Row;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a list: nothing, the detail of the selected row, a page of more about it, or a form. Another
 * selection never takes a form away in which something was typed, unless the person says so.
 */
public final class DetailPane<R extends Row> {

    private final MasterDetail frame;
    private final PagedRows<R> rows;
    private final Node detail;
    private final @Nullable Node form;
    private final @Nullable Editing<?> editingOfForm;
    private final Background background;
    private Consumer<R> show = _ -> {
    };
    private @Nullable R shown;
    private @Nullable Node page;
    private @Nullable Runnable whenReleased;
    private @Nullable Editing<?> editing;
    private boolean formOpen;
    private boolean turning;

    /** Of rows that nobody edits here. */
    public DetailPane(MasterDetail frame, PagedRows<R> rows, Node detail, Background background) {
        this(frame, rows, detail, null, null, background);
    }

    public DetailPane(MasterDetail frame, PagedRows<R> rows, Node detail, @Nullable Node form,
            @Nullable Editing<?> editing, Background background) {
        this.frame = frame;
        this.rows = rows;
        this.detail = detail;
        this.form = form;
        this.editing = editing;
        editingOfForm = editing;
        this.background = background;
        rows.selected().addListener((_, _, row) -> selected(row));
    }

    /** F2 edits the row that is chosen; caught ahead of the table, which would take the key for a cell of its own. */
    public void onEditKey(Runnable edit) {
        frame.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ListKeys.EDIT.match(event) && !editing() && row() != null) {
                event.consume();
                edit.run();
            }
        });
    }

    /** Fills the detail with a row, also when the same row came with new values. */
    public void onShow(Consumer<R> act) {
        show = act;
    }

    /** The row whose detail is shown or would be, were there no form; null where there is none. */
    public @Nullable R row() {
        return shown;
    }

    /** Whether a form is shown. */
    public boolean editing() {
        return formOpen;
    }

    private void selected(@Nullable R row) {
        if (turning) {
            return;
        }
        if (dirty() && (row == null || shown == null || !row.id().equals(shown.id()))) {
            // Outside of the table's own change of selection, which must not see another one.
            background.after(Duration.ZERO, () -> turnFrom(row));
        } else if (!formOpen || row == null || shown == null || !row.id().equals(shown.id())) {
            show(row);
        }
    }

    private boolean dirty() {
        return formOpen && editing != null && editing.isDirty();
    }

    private void leaveForm(Runnable then) {
        if (editing == null) {
            then.run();
        } else {
            editing.leave(then);
        }
    }

    private void turnFrom(@Nullable R row) {
        var stays = new boolean[]{true};
        leaveForm(() -> {
            stays[0] = false;
            turn(row);
            show(row);
        });
        if (stays[0]) {
            turn(shown);
        }
    }

    private void turn(@Nullable R row) {
        turning = true;
        rows.selected().set(row);
        turning = false;
    }

    private void show(@Nullable R row) {
        formOpen = false;
        if (whenReleased == null && (row == null || shown == null || !row.id().equals(shown.id()))) {
            page = null;
        }
        shown = row;
        if (row == null) {
            frame.setDetail(page);
        } else {
            show.accept(row);
            if (!frame.folded() || frame.getDetail() != null) {
                frame.setDetail(page == null ? detail : page);
            }
        }
    }

    /** Shows the detail also where it takes the list's place, and gives it the keyboard. */
    public void open() {
        if (!formOpen && shown != null && whenReleased == null) {
            page = null;
            frame.setDetail(detail);
            detail.requestFocus();
        }
    }

    /** Shows the form in the detail's place. */
    public void edit() {
        if (form != null && editingOfForm != null) {
            edit(form, editingOfForm);
        }
    }

    /** Shows another form in the detail's place. */
    public void edit(Node other, Editing<?> itsEditing) {
        formOpen = true;
        editing = itsEditing;
        frame.setDetail(other);
    }

    /** Shows more about the row in the detail's place, until one goes back or chooses another row. */
    public void page(Node more) {
        formOpen = false;
        page = more;
        frame.setDetail(more);
        release();
    }

    /**
     * Shows a page that has to do with the whole list, so that it stays while other rows are chosen.
     *
     * @param released what happens when it goes
     */
    public void hold(Node more, Runnable released) {
        page(more);
        whenReleased = released;
    }

    private void release() {
        var act = whenReleased;
        whenReleased = null;
        if (act != null) {
            act.run();
        }
    }

    /** Whether this page stands in the detail's place, or would if no form did. */
    public boolean shows(Node more) {
        return more.equals(page);
    }

    /** Whether any page stands in the detail's place. */
    public boolean onPage() {
        return page != null;
    }

    /** Takes the form away without asking: after a save. */
    public void close() {
        formOpen = false;
        frame.setDetail(page != null ? page : shown == null ? null : detail);
    }

    /** Saves the form that is shown. */
    public void save() {
        if (formOpen && editing != null) {
            editing.save();
        }
    }

    /** One step back: from the form or a page to the detail, from the detail to the list alone. */
    public void back() {
        if (formOpen) {
            leaveForm(this::close);
        } else if (page != null) {
            page = null;
            frame.setDetail(shown == null || (whenReleased != null && frame.folded()) ? null : detail);
            release();
        } else {
            frame.setDetail(null);
            var list = frame.getList();
            if (list != null) {
                list.requestFocus();
            }
        }
    }

    /** Does something that takes the pane away or shows another row in it; a form with typed text asks first. */
    public void leave(Runnable then) {
        if (dirty()) {
            leaveForm(() -> {
                close();
                then.run();
            });
        } else {
            then.run();
        }
    }
}
