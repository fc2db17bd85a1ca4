package dev.rackside.shell;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Job;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Screen;
import dev.rackside.fx.Theme;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The main window. It is there before the database is: until then it says what it is doing, and when the database goes
 * away it says so and keeps everything that was typed.
 */
public final class DeskController {

    private static final double FOLD_BELOW = 1100;

    private final Background background;
    private final Failures failures;
    private final Theme theme;
    private final Map<String, Destination> places = new LinkedHashMap<>();
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final List<Command> moreCommands = new ArrayList<>();
    private final Palette palette = new Palette(this::commands);
    private @Nullable String here;

    @FXML
    private BorderPane root;
    @FXML
    private Sidebar sidebar;
    @FXML
    private ChoicePicker scope;
    @FXML
    private Label scopeLabel;
    @FXML
    private VBox bars;
    @FXML
    private StackPane content;
    @FXML
    private Label who;
    @FXML
    private Label workspace;
    @FXML
    private Label connection;
    @FXML
    private HBox jobs;
    @FXML
    private Button paletteButton;
    private final ProblemBar problemBar = new ProblemBar();
    private final NoticeBar linkBar = new NoticeBar();
    private final NoticeBar readOnlyBar = new NoticeBar();

    public DeskController(Background background, Failures failures, Theme theme) {
        this.background = background;
        this.failures = failures;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        bars.getChildren().addAll(linkBar, readOnlyBar, problemBar);
        paletteButton.setOnAction(_ -> palette.open(root));
        paletteButton.setText(DeskKeys.PALETTE.getDisplayText());
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                dress(scene);
            }
        });
        background.jobs().addListener((ListChangeListener<Job<?>>) _ -> showJobs());
        for (var label : List.of(who, workspace)) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        scopeShown(false);
    }

    private void dress(Scene scene) {
        scene.widthProperty().addListener((_, _, width) -> sidebar.fold(width.doubleValue() < FOLD_BELOW));
        sidebar.fold(scene.getWidth() < FOLD_BELOW);
        var keys = scene.getAccelerators();
        keys.put(DeskKeys.PALETTE, () -> palette.open(root));
        keys.put(DeskKeys.SEARCH, () -> onScreen(Screen::search));
        keys.put(DeskKeys.NEW, () -> onScreen(Screen::create));
        keys.put(DeskKeys.SAVE, () -> onScreen(Screen::save));
        keys.put(DeskKeys.REFRESH, () -> onScreen(Screen::refresh));
        for (var number = 1; number <= 9; number++) {
            var index = number - 1;
            keys.put(DeskKeys.place(number),
                    () -> places.keySet().stream().skip(index).findFirst().ifPresent(this::go));
        }
        scene.windowProperty().addListener((_, _, window) -> {
            if (window != null) {
                failures.bar(window, problemBar);
            }
        });
    }

    /** Says what the program is doing before there is anything to show. */
    public void starting(String sentence) {
        var bar = new ProgressBar();
        bar.getStyleClass().add("thin-progress");
        bar.setMaxWidth(280);
        var box = new VBox(new Label(sentence), bar);
        box.getStyleClass().add("desk-message");
        content.getChildren().setAll(box);
        link(Link.CONNECTING);
    }

    /** Shows something instead of a screen: the welcome page, a question that must be answered first. */
    public void instead(Node node) {
        content.getChildren().setAll(node);
    }

    /** Back from what was shown instead of the screens. */
    public void resume() {
        var screen = here == null ? null : screens.get(here);
        if (screen == null) {
            content.getChildren().clear();
        } else {
            content.getChildren().setAll(screen.root());
            screen.shown();
        }
    }

    /** What happens when the workspace's name in the status bar is clicked. */
    public void onWorkspace(String tooltip, Runnable act) {
        workspace.setTooltip(new Tooltip(tooltip));
        workspace.setCursor(Cursor.HAND);
        workspace.setOnMouseClicked(_ -> act.run());
    }

    /**
     * The workspace is open: its places come to the sidebar and the first of them is shown.
     *
     * @param scopeLookup finds what everything can be narrowed to
     */
    public void open(List<Destination> destinations, ChoicePicker.Lookup scopeLookup, String person, String name) {
        close();
        destinations.forEach(place -> places.put(place.key(), place));
        sidebar.show(destinations, this::go);
        scope.lookup(background, scopeLookup);
        scopeShown(true);
        who.setText(person);
        workspace.setText(name);
        link(Link.CONNECTED);
        problemBar.hide();
        destinations.stream().findFirst().ifPresent(first -> go(first.key()));
    }

    /** The workspace was closed; nothing of it stays. */
    public void close() {
        places.clear();
        screens.values().forEach(Screen::close);
        screens.clear();
        here = null;
        scope.setValue(null);
        scopeShown(false);
        readOnlyBar.hide();
        problemBar.hide();
        sidebar.show(List.of(), _ -> {
        });
        content.getChildren().clear();
        who.setText("");
        workspace.setText("");
    }

    private void scopeShown(boolean shown) {
        scope.setVisible(shown);
        scopeLabel.setVisible(shown);
    }

    /** What everything is narrowed to; null for all. */
    public ObservableValue<@Nullable Choice> scope() {
        return scope.valueProperty();
    }

    /** Narrows everything. */
    public void scopeTo(@Nullable Choice choice) {
        scope.setValue(choice);
    }

    /**
     * Goes to a place, unless the person wants to stay where something isn't saved.
     *
     * @return whether the place is shown now
     */
    @CanIgnoreReturnValue
    public boolean go(String key) {
        if (key.equals(here)) {
            sidebar.select(key);
            resume();
            return true;
        }
        var place = places.get(key);
        if (place == null || !mayLeave()) {
            sidebar.select(here == null ? "" : here);
            return false;
        }
        here = key;
        var screen = screens.computeIfAbsent(key, _ -> place.screen().get());
        sidebar.select(key);
        content.getChildren().setAll(screen.root());
        screen.shown();
        return true;
    }

    /** Whether nothing is left unsaved, or the person gave it up. */
    public boolean mayLeave() {
        var screen = here == null ? null : screens.get(here);
        return screen == null || screen.mayLeave();
    }

    /** Shows how the database is reached; when it comes back, the screen reads again. */
    public void link(Link link) {
        var wasLost = linkBar.isVisible();
        connection.setText(Messages.get("shell.link." + link.name().toLowerCase(java.util.Locale.ROOT)));
        connection.getStyleClass().setAll("label", "link-" + link.name().toLowerCase(java.util.Locale.ROOT));
        if (link == Link.LOST) {
            linkBar.show(Messages.get("shell.link.bar"));
        } else {
            linkBar.hide();
        }
        if (link == Link.CONNECTED && wasLost) {
            onScreen(Screen::refresh);
        }
    }

    /** Says for as long as the workspace is open why nothing can be saved in it. */
    public void readOnly(Problem because) {
        readOnlyBar.show(ProblemBar.what(because) + " " + ProblemBar.remedy(because));
    }

    /** Shows a problem in the window's bar. */
    public void problem(Problem problem, @Nullable Runnable retry) {
        problemBar.show(problem, retry);
    }

    /** Puts a dot at a place of the sidebar: {@code dot-warn}, {@code dot-bad}, or null for none. */
    public void mark(String key, @Nullable String style, String sentence) {
        sidebar.mark(key, style, sentence);
    }

    /** Adds a command to the palette. */
    public void command(Command command) {
        moreCommands.add(command);
    }

    private void onScreen(java.util.function.Consumer<Screen> act) {
        var screen = here == null ? null : screens.get(here);
        if (screen != null) {
            act.accept(screen);
        }
    }

    private List<Command> commands() {
        var all = new ArrayList<Command>();
        for (var place : places.values()) {
            var number = all.size() + 1;
            all.add(new Command(Messages.get("shell.go", place.title()), number > 9 ? null : DeskKeys.place(number),
                    () -> go(place.key())));
        }
        if (here != null) {
            all.add(Command.of("shell.command.new", DeskKeys.NEW, () -> onScreen(Screen::create)));
            all.add(Command.of("shell.command.search", DeskKeys.SEARCH, () -> onScreen(Screen::search)));
            all.add(Command.of("shell.command.refresh", DeskKeys.REFRESH, () -> onScreen(Screen::refresh)));
            all.add(Command.of("shell.command.scope", null, scope::open));
        }
        for (var wish : Theme.Wish.values()) {
            all.add(Command.of("shell.command.theme." + wish.name().toLowerCase(java.util.Locale.ROOT), null,
                    () -> theme.choose(wish)));
        }
        all.addAll(moreCommands);
        return all;
    }

    private void showJobs() {
        jobs.getChildren().setAll(background.jobs().stream().map(RunningJob::new).toList());
    }
}
