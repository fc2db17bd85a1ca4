package dev.rackside.tag.ui;

import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Versioned;
import dev.rackside.tag.TagCatalogue;
import dev.rackside.tag.TagDraft;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The form of a tag. A colour is typed or picked; either shows in the other. */
@SuppressWarnings("NullAway.Init")
final class TagFormController implements Editing.Door<TagDraft> {

    private static final int FULL = 255;

    private final TagCatalogue tags;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private Form<TagDraft> form;
    private Editing<TagDraft> editing;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private TextField name;
    @FXML
    private TextField category;
    @FXML
    private TextField color;
    @FXML
    private ColorPicker picker;
    @FXML
    private TextArea description;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    TagFormController(TagCatalogue tags, Background background, Dialogs dialogs, Runnable back) {
        this.tags = tags;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
    }

    @FXML
    private void initialize() {
        form = new Form<>(TagDraft.class, this::violations).text("name", name).text("category", category)
                .text("description", description).text("color", color);
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("tag.field." + component), TagFormController::words), bar, dialogs,
                background);
        picker.setAccessibleText(Messages.get("tag.color.pick"));
        picker.setOnAction(_ -> color.setText(hex(picker.getValue())));
        color.textProperty().addListener((_, _, typed) -> {
            if (TagDraft.isColor(typed)) {
                picker.setValue(Color.web(typed));
            }
        });
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private static String hex(Color picked) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(picked.getRed() * FULL),
                Math.round(picked.getGreen() * FULL), Math.round(picked.getBlue() * FULL));
    }

    private List<Violation> violations(TagDraft draft) {
        var loaded = form.version();
        return draft.violationsSince(loaded == null ? null : loaded.draft());
    }

    private static String words(String component, @Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Shows a tag for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("tag.form.edit")), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the form of a new tag. */
    void create() {
        heading.setText(Messages.get("tag.form.new"));
        editing.create(TagDraft.blank());
        focus();
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    private void focus() {
        root.applyCss();
        name.requestFocus();
    }

    Editing<TagDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<TagDraft> load(UUID id) {
        return tags.load(id);
    }

    @Override
    public Versioned<TagDraft> create(TagDraft draft) {
        return tags.create(draft);
    }

    @Override
    public Versioned<TagDraft> save(Versioned<TagDraft> loaded, TagDraft draft) {
        return tags.save(loaded, draft);
    }
}
