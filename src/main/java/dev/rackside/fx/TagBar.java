package dev.rackside.fx;

import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a row is tagged with, changed in place: each as a chip that can be taken off, and a picker to add one. What was
 * taken off can be put back. Every change is written at once.
 */
public final class TagBar extends FlowPane {

    private static final double GAP = 8;

    /** The calls behind the bar; made off the screen thread. */
    public interface Door {
        /** The first that match a text, for adding. */
        List<Choice> find(String text);

        /** Those of a row. */
        List<Choice> of(UUID row);

        void add(UUID row, Choice tag);

        void remove(UUID row, Choice tag);

        /** Makes a tag of a name that nobody has used yet. */
        Choice create(String name);
    }

    private final ChoicePicker adding = new ChoicePicker();
    private @Nullable Slot slot;
    private @Nullable Door door;
    private Runnable changed = () -> {
    };
    private @Nullable UUID row;
    private List<Choice> tags = List.of();
    private @Nullable Choice removed;

    public TagBar() {
        super(GAP, GAP);
        getStyleClass().add("tag-bar");
        adding.setNone(Messages.get("fx.tags.add"));
        adding.setMaxWidth(USE_PREF_SIZE);
        adding.setTooltip(new Tooltip(Messages.get("fx.tags.add.tip")));
        adding.valueProperty().addListener((_, _, picked) -> {
            if (picked != null) {
                adding.setValue(null);
                add(picked);
            }
        });
    }

    /** Where tags come from and go to; once, when the screen is made. */
    public void open(Background background, Door calls) {
        slot = background.slot();
        door = calls;
        adding.lookup(background, calls::find);
        adding.creates(calls::create);
    }

    /** What happens after each change that was written. */
    public void onChanged(Runnable act) {
        changed = act;
    }

    /** Shows the tags of a row. */
    public void show(UUID shown) {
        if (!shown.equals(row)) {
            removed = null;
            tags = List.of();
        }
        row = shown;
        draw();
        read(shown);
    }

    private void read(UUID shown) {
        if (slot != null && door != null) {
            var calls = door;
            slot.run(() -> calls.of(shown), this::read);
        }
    }

    private void read(List<Choice> found) {
        tags = found;
        draw();
    }

    private void add(Choice tag) {
        removed = null;
        write(tag, true);
    }

    private void remove(Choice tag) {
        removed = tag;
        write(tag, false);
    }

    private void write(Choice tag, boolean give) {
        var shown = row;
        if (slot == null || door == null || shown == null) {
            return;
        }
        var calls = door;
        slot.run(() -> {
            if (give) {
                calls.add(shown, tag);
            } else {
                calls.remove(shown, tag);
            }
            return calls.of(shown);
        }, found -> {
            if (shown.equals(row)) {
                read(found);
            }
            changed.run();
        });
    }

    private void draw() {
        getChildren().setAll(tags.stream().map(this::chip).toList());
        getChildren().add(adding);
        var gone = removed;
        if (gone != null) {
            var undo = new Hyperlink(Messages.get("fx.tags.undo"));
            undo.setAccessibleText(Messages.get("fx.tags.undo.of", gone.label()));
            undo.setOnAction(_ -> add(gone));
            getChildren().addAll(new Label(Messages.get("fx.tags.removed", gone.label())), undo);
        }
    }

    private Button chip(Choice tag) {
        var chip = new Button(tag.label(), new FontIcon(Feather.X));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("chip", "small");
        chip.setAccessibleText(Messages.get("fx.tags.remove", tag.label()));
        chip.setTooltip(new Tooltip(Messages.get("fx.tags.remove", tag.label())));
        chip.setOnAction(_ -> remove(tag));
        return chip;
    }
}
