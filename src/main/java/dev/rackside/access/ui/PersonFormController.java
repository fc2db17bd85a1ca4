package dev.rackside.access.ui;

import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonDraft;
import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a person. How they sign in is no part of it. */
@SuppressWarnings("NullAway.Init")
final class PersonFormController implements Editing.Door<PersonDraft> {

    private final PeopleService people;
    private final Supplier<Who> who;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private Form<PersonDraft> form;
    private Editing<PersonDraft> editing;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private TextField username;
    @FXML
    private TextField displayName;
    @FXML
    private TextField email;
    @FXML
    private CodedBox<Role> role;
    @FXML
    private CheckBox active;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    PersonFormController(PeopleService people, Supplier<Who> who, Background background, Dialogs dialogs,
            Runnable back) {
        this.people = people;
        this.who = who;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
    }

    @FXML
    private void initialize() {
        role.offer(Role.class, FacetWords.ROLE);
        form = new Form<>(PersonDraft.class, this::violations)
                .text("username", username).text("displayName", displayName).text("email", email)
                .flag("active", active);
        role.edit(form, "role");
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("person.field." + component), PersonFormController::words), bar, dialogs,
                background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private List<Violation> violations(PersonDraft draft) {
        var loaded = form.version();
        return draft.violationsSince(loaded == null ? null : loaded.draft());
    }

    private static String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> FacetWords.role(coded);
            case Boolean flag -> Messages.get(FacetWords.STATE + (flag ? "active" : "inactive"));
            default -> value.toString();
        };
    }

    /** Shows a person for editing; {@code shown} is called when they are read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("person.form.edit")), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the form of a new person. */
    void create() {
        heading.setText(Messages.get("person.form.new"));
        editing.create(PersonDraft.blank());
        focus();
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    private void focus() {
        root.applyCss();
        username.requestFocus();
    }

    Editing<PersonDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<PersonDraft> load(UUID id) {
        return people.load(id);
    }

    @Override
    public Versioned<PersonDraft> create(PersonDraft draft) {
        return people.create(draft);
    }

    @Override
    public Versioned<PersonDraft> save(Versioned<PersonDraft> loaded, PersonDraft draft) {
        return people.save(loaded, draft, who.get());
    }
}
