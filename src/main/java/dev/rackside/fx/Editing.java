package dev.rackside.fx;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Versioned;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/**
 * Takes one row through a form: reads it, saves it, settles what somebody else changed meanwhile, and never leaves typed
 * text behind without asking. A row that somebody deleted can be saved again as a new one.
 */
public final class Editing<D extends Record> {

    /** The calls of a room's door that a form needs; made off the screen thread. */
    public interface Door<D extends Record> {
        Versioned<D> load(UUID id);

        Versioned<D> create(D draft);

        Versioned<D> save(Versioned<D> loaded, D draft);
    }

    /**
     * How two versions are told apart by a person.
     *
     * @param label what a component is called
     * @param value a component's value in words
     */
    public record Words(Function<String, String> label, BiFunction<String, @Nullable Object, String> value) {}

    private final Form<D> form;
    private final Door<D> door;
    private final Words words;
    private final ProblemBar bar;
    private final Dialogs dialogs;
    private final Slot reading;
    private final Slot saving;
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private Consumer<Versioned<D>> onSaved = _ -> {
    };
    private @Nullable Runnable afterwards;

    /** @param bar above the form; says what went wrong with a save, while the text stays */
    public Editing(Form<D> form, Door<D> door, Words words, ProblemBar bar, Dialogs dialogs, Background background) {
        this.form = form;
        this.door = door;
        this.words = words;
        this.bar = bar;
        this.dialogs = dialogs;
        reading = background.slot();
        saving = background.slot();
    }

    /**
     * The buttons of a form.
     *
     * @param saveAsNew is there only where somebody deleted the row that is edited
     */
    public record Buttons(Button save, Button saveAsNew, Button cancel) {}

    /**
     * Lets the form's buttons and Ctrl+S do what they say.
     *
     * @param root the form, in which Ctrl+S saves
     * @param back leads out of the form
     */
    public void buttons(Node root, Buttons buttons, Runnable back) {
        form.saveKey(root, this::save);
        buttons.save().disableProperty().bind(saveable().not());
        buttons.save().setOnAction(_ -> save());
        buttons.saveAsNew().visibleProperty().bind(gone);
        buttons.saveAsNew().managedProperty().bind(gone);
        buttons.saveAsNew().setOnAction(_ -> saveAsNew());
        buttons.cancel().setOnAction(_ -> back.run());
    }

    /** What happens after each save, with the row as it stands then. */
    public void onSaved(Consumer<Versioned<D>> act) {
        onSaved = act;
    }

    /** Reads a row and shows it for editing; {@code loaded} is called just before, to fill boxes. */
    public void edit(UUID id, Consumer<D> loaded, Runnable shown) {
        reading.run(() -> door.load(id), row -> {
            fresh();
            loaded.accept(row.draft());
            form.load(row);
            shown.run();
        });
    }

    /** Shows the values of a row that isn't there yet. */
    public void create(D draft) {
        fresh();
        form.loadNew(draft);
    }

    private void fresh() {
        saving.cancel();
        bar.hide();
        gone.set(false);
        afterwards = null;
    }

    /** Saves when all is well; otherwise goes to the first thing that isn't. */
    public void save() {
        save(null);
    }

    private void save(@Nullable Runnable then) {
        afterwards = then;
        form.save(draft -> {
            bar.hide();
            var loaded = form.version();
            saving.once(() -> loaded == null ? door.create(draft) : door.save(loaded, draft), this::saved,
                    this::notSaved);
        });
    }

    /** Saves what was typed as a new row, after somebody deleted the one that it was typed into. */
    public void saveAsNew() {
        form.save(draft -> saving.once(() -> door.create(draft), this::saved, this::notSaved));
    }

    private void saved(Versioned<D> row) {
        gone.set(false);
        bar.hide();
        form.load(row);
        var next = afterwards;
        afterwards = null;
        onSaved.accept(row);
        if (next != null) {
            next.run();
        }
    }

    private void notSaved(Problem problem) {
        switch (problem) {
            case InvalidDraft invalid -> form.show(invalid.violations());
            case EditConflict conflict -> settle(conflict);
            default -> {
                gone.set(problem.code() == ErrorCode.ROW_GONE);
                bar.show(problem, saving::retry);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void settle(EditConflict conflict) {
        var theirs = (Versioned<D>) conflict.current();
        var then = afterwards;
        var scene = bar.getScene();
        ConflictView.ask(scene == null ? null : scene.getWindow(),
                new Merge<>(form.base(), form.draft(), theirs.draft()), words.label(), words.value())
                .ifPresent(merged -> {
                    form.rebase(theirs, merged);
                    if (form.dirty().get()) {
                        save(then);
                    } else {
                        saved(theirs);
                    }
                });
    }

    /** Does something that takes the form away: at once, after a save, or not at all. */
    public void leave(Runnable then) {
        if (!form.dirty().get()) {
            then.run();
            return;
        }
        switch (dialogs.askToSave()) {
            case SAVE -> save(then);
            case DISCARD -> {
                form.revert();
                then.run();
            }
            case STAY -> {
            }
        }
    }

    /** Whether there is something to save, nothing against it, and no save under way. */
    public BooleanExpression saveable() {
        return form.saveable().and(saving.busy().not());
    }

    /** Whether the form differs from what was loaded. */
    public boolean isDirty() {
        return form.dirty().get();
    }
}
