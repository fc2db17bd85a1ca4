package dev.rackside.workspace.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Views;
import dev.rackside.text.Messages;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.LinkedTeam;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page for whoever has no workspace open: the known ones, and a new one on this computer or at a team's server. */
public final class WelcomeController {

    private final Dialogs dialogs;
    private final Views views;
    private final Workspaces workspaces;
    private final Passwords passwords;
    private final Opening opening;
    private final Slot reading;
    private final Slot forgetting;
    private final Slot asking;
    private final Slot writing;
    private final NewLocalController local;
    private final TeamController team;
    private Beside beside = _ -> {
    };
    private Consumer<String> say = _ -> {
    };
    private @Nullable Parent localForm;
    private @Nullable Parent teamForm;

    @FXML
    private VBox known;
    @FXML
    private Label knownTitle;
    @FXML
    private Label newTitle;
    @FXML
    private Button back;
    @FXML
    private ToggleButton here;
    @FXML
    private ToggleButton there;
    @FXML
    private StackPane form;

    /** The other windows of this workstation. */
    @FunctionalInterface
    public interface Beside {
        /**
         * Blocks for a moment.
         *
         * @throws dev.rackside.fault.Problem WORKSPACE_IN_USE where one of them has the workspace
         */
        void claim(Workspace workspace);
    }

    public WelcomeController(Background background, Dialogs dialogs, Views views, Workspaces workspaces,
            Passwords passwords, Opening opening) {
        this.dialogs = dialogs;
        this.views = views;
        this.workspaces = workspaces;
        this.passwords = passwords;
        this.opening = opening;
        this.reading = background.slot();
        this.forgetting = background.slot();
        this.asking = background.slot();
        this.writing = background.slot();
        this.local = new NewLocalController(background, workspaces, opening);
        this.team = new TeamController(background, dialogs, workspaces, passwords, opening::open);
    }

    @FXML
    private void initialize() {
        localForm = views.load(local);
        teamForm = views.load(team);
        here.setOnAction(_ -> choose(false));
        there.setOnAction(_ -> choose(true));
        choose(false);
        show(List.of());
        backTo(null);
    }

    /**
     * The page came into view: it reads which workspaces there are.
     *
     * @param goBack to the workspace that is open; null where none is
     */
    public void shown(@Nullable Runnable goBack) {
        backTo(goBack);
        local.begin();
        read();
    }

    /**
     * Tells the page what is around it.
     *
     * @param others are asked before a workspace is opened, while the one that is open still is
     * @param told hears what was done
     */
    public void beside(Beside others, Consumer<String> told) {
        beside = others;
        say = told;
    }

    /** Shows a team's settings that came with a link. */
    public void offer(LinkedTeam offered) {
        choose(true);
        team.offer(offered);
    }

    /** Writes a link to a workspace, where the person says. */
    public void saveLink(Workspace workspace) {
        dialogs.saveAs(Messages.get("workspace.link.save.title", workspace.name()), LinkFile.nameFor(workspace))
                .ifPresent(file -> writing.run(() -> LinkFile.write(workspace, file, true),
                        written -> say.accept(Messages.get("workspace.link.saved", written))));
    }

    private void open(Workspace workspace) {
        asking.run(() -> {
            beside.claim(workspace);
            return workspace;
        }, free -> opening.open(free, false));
    }

    /** Shows a team's settings, to be looked at and mended. */
    public void mend(Workspace.Team settings) {
        choose(true);
        team.edit(settings);
    }

    private void backTo(@Nullable Runnable goBack) {
        back.setVisible(goBack != null);
        back.setManaged(goBack != null);
        if (goBack != null) {
            back.setOnAction(_ -> goBack.run());
        }
    }

    private void read() {
        reading.run(workspaces::all, this::show);
    }

    private void show(List<Workspace> all) {
        known.getChildren().setAll(all.stream().map(this::row).toList());
        for (var node : List.of(known, knownTitle, newTitle)) {
            node.setVisible(!all.isEmpty());
            node.setManaged(!all.isEmpty());
        }
    }

    private void choose(boolean atTeam) {
        here.setSelected(!atTeam);
        there.setSelected(atTeam);
        var chosen = atTeam ? teamForm : localForm;
        if (chosen != null) {
            form.getChildren().setAll(chosen);
        }
    }

    private Node row(Workspace workspace) {
        var name = new Label(workspace.name());
        name.getStyleClass().add("workspace-name");
        var where = new Label(where(workspace));
        where.getStyleClass().add("muted");
        where.setTooltip(new Tooltip(where.getText()));
        var words = new VBox(name, where);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var open = new Button(Messages.get("workspace.open"));
        open.setAccessibleText(Messages.get("workspace.open.named", workspace.name()));
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(_ -> open(workspace));
        var icon = new FontIcon(workspace instanceof Workspace.Local ? Feather.HARD_DRIVE : Feather.USERS);
        var row = new HBox(icon, words, open);
        if (workspace instanceof Workspace.Team settings) {
            row.getChildren().add(small(Feather.EDIT_2, "workspace.mend", workspace, () -> mend(settings)));
        }
        row.getChildren().add(small(Feather.SHARE_2, "workspace.link.of", workspace, () -> saveLink(workspace)));
        row.getChildren().add(small(Feather.X, "workspace.forget", workspace, () -> forget(workspace)));
        row.getStyleClass().add("workspace-row");
        return row;
    }

    private static Button small(Feather icon, String key, Workspace workspace, Runnable act) {
        var button = new Button(null, new FontIcon(icon));
        var words = Messages.get(key, workspace.name());
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private static String where(Workspace workspace) {
        return switch (workspace) {
            case Workspace.Local folder -> folder.directory().toString();
            case Workspace.Team server -> Messages.get("workspace.where.team", server.account(), server.database(),
                    server.hostList());
        };
    }

    private void forget(Workspace workspace) {
        var stays = workspace instanceof Workspace.Local folder
                ? Messages.get("workspace.forget.local", folder.directory())
                : Messages.get("workspace.forget.team");
        if (dialogs.confirm(Messages.get("workspace.forget.question", workspace.name()), stays,
                Messages.get("workspace.forget.verb"))) {
            forgetting.run(() -> {
                workspaces.forget(workspace);
                if (workspace instanceof Workspace.Team settings) {
                    passwords.forget(settings);
                }
                return workspaces.all();
            }, this::show);
        }
    }
}
