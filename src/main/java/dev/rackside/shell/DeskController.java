package dev.rackside.shell;

import atlantafx.base.controls.ModalPane;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Job;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Screen;
import dev.rackside.fx.TextScale;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The main window. It is there before the database is: until then it says what it is doing, and when the database goes
 * away it says so and keeps everything that was typed.
 */
public final class DeskController {

    /** The key of the settings' place, which Ctrl+, opens. */
    public static final String SETTINGS = DeskPlaces.SETTINGS;

    private final Background background;
    private final Failures failures;
    private final DeskPlaces places = new DeskPlaces();
    private final List<Command> moreCommands = new ArrayList<>();
    private final Palette palette = new Palette(this::commands);
    private @Nullable KeySheet sheet;
    private @Nullable String startAt;
    @SuppressWarnings("NullAway.Init")
    private Front front;
    @SuppressWarnings("NullAway.Init")
    private Saying saying;
    /** What stands where the screens would be, while the settings are in front of it. */
    private List<Node> behind = List.of();

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
    private ModalPane modal;
    @FXML
    private Label said;
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
    @FXML
    private Button sheetButton;
    private final ProblemBar problemBar = new ProblemBar();
    private final NoticeBar linkBar = new NoticeBar();
    private final NoticeBar readOnlyBar = new NoticeBar();
    private final NoticeBar noticeBar = new NoticeBar();

    public DeskController(Background background, Failures failures) {
        this.background = background;
        this.failures = failures;
    }

    @FXML
    private void initialize() {
        bars.getChildren().addAll(linkBar, readOnlyBar, noticeBar, problemBar);
        paletteButton.setOnAction(_ -> palette.open(root));
        paletteButton.setText(DeskKeys.PALETTE.text());
        sheetButton.setOnAction(_ -> sheet());
        sheetButton.setText(DeskKeys.SHEET.text());
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                dress(scene);
            }
        });
        background.jobs().addListener((ListChangeListener<Job<?>>) _ -> showJobs());
        front = new Front(modal);
        saying = new Saying(said, background);
        List.of(who, workspace).forEach(label -> label.managedProperty().bind(label.textProperty().isNotEmpty()));
        scopeShown(false);
    }

    private void dress(Scene scene) {
        scene.widthProperty().addListener(_ -> fold(scene));
        TextScale.factor().addListener(_ -> fold(scene));
        fold(scene);
        var keys = scene.getAccelerators();
        keys.put(DeskKeys.PALETTE.keys(), () -> palette.open(root));
        keys.put(DeskKeys.SHEET.keys(), this::sheet);
        keys.put(DeskKeys.SETTINGS.keys(), () -> go(DeskPlaces.SETTINGS));
        keys.put(DeskKeys.SEARCH.keys(), () -> onScreen(Screen::search));
        keys.put(DeskKeys.NEW.keys(), () -> onScreen(Screen::create));
        keys.put(DeskKeys.SAVE.keys(), () -> onScreen(Screen::save));
        keys.put(DeskKeys.REFRESH.keys(), () -> onScreen(Screen::refresh));
        for (var number = 1; number <= DeskKeys.PLACES; number++) {
            var index = number - 1;
            keys.put(DeskKeys.place(number),
                    () -> places.all().stream().skip(index).findFirst().map(Destination::key).ifPresent(this::go));
        }
        scene.windowProperty().addListener((_, _, window) -> tellIn(window));
        tellIn(scene.getWindow());
    }

    private void tellIn(@Nullable Window window) {
        if (window != null) {
            failures.bar(window, problemBar);
        }
    }

    private void fold(Scene scene) {
        sidebar.fit(scene.getWidth());
    }

    /** A place that is there whatever workspace is open; to be told before the first is opened. */
    public void always(Destination place) {
        places.always(place);
        sidebar.show(places, this::go);
    }

    /** The place that a workspace opens with; null for the first of the sidebar. */
    public void startAt(@Nullable String key) {
        startAt = key;
    }

    /** The places that there are now, in the order of the sidebar. */
    public List<Destination> places() {
        return places.all();
    }

    /** Says what the program is doing before there is anything to show. */
    public void starting(String sentence) {
        var bar = new ProgressBar();
        bar.getStyleClass().add("thin-progress");
        bar.setMaxWidth(TextScale.px(280));
        var box = new VBox(new Label(sentence), bar);
        box.getStyleClass().add("desk-message");
        instead(box);
        link(Link.CONNECTING);
    }

    /** Shows something instead of a screen: the welcome page, a question that must be answered first. */
    public void instead(Node node) {
        places.back();
        sidebar.select(places.here());
        content.getChildren().setAll(node);
    }

    /** Back from what was shown instead of the screens. */
    public void resume() {
        var screen = places.screen();
        if (screen == null) {
            content.getChildren().clear();
        } else {
            content.getChildren().setAll(screen.root());
            screen.shown();
        }
    }

    /** From a place that is always there back to what was shown before it. */
    public void back() {
        places.back();
        sidebar.select(places.here());
        if (places.screen() == null) {
            content.getChildren().setAll(behind);
        } else {
            resume();
        }
    }

    /** Shows something in front of the screen that is to be decided now; the screen stays as it is behind it. */
    public void before(Node node) {
        front.show(node);
    }

    /** Takes away what {@link #before} showed; the keyboard goes back to the screen. */
    public void away() {
        front.away();
    }

    /** Says in the status bar, for a while, what was done. */
    public void say(String sentence) {
        saying.say(sentence);
    }

    /** What the screen shows is read again. */
    public void refresh() {
        onScreen(Screen::refresh);
    }

    /** The key of the place that is shown; null where there is none. */
    public @Nullable String here() {
        return places.here();
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
        away();
        places.ofWorkspace(destinations);
        sidebar.show(places, this::go);
        scope.lookup(background, scopeLookup);
        scopeShown(true);
        who.setText(person);
        workspace.setText(name);
        link(Link.CONNECTED);
        problemBar.hide();
        destinations.stream().filter(place -> place.key().equals(startAt)).findFirst()
                .or(() -> destinations.stream().findFirst()).ifPresent(first -> go(first.key()));
    }

    /** The same workspace with its screens made anew, since everything is shown otherwise now. */
    public void renew(List<Destination> destinations) {
        var shown = places.here();
        places.ofWorkspace(destinations);
        sidebar.show(places, this::go);
        sidebar.select(shown);
        if (shown != null && places.screen() == null) {
            places.named(shown).ifPresent(this::show);
        }
    }

    /** The workspace was closed; nothing of it stays. */
    public void close() {
        places.ofWorkspace(List.of());
        places.away();
        scope.setValue(null);
        scopeShown(false);
        readOnlyBar.hide();
        noticeBar.hide();
        problemBar.hide();
        sidebar.show(places, this::go);
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

    /** Goes to a place, unless the person wants to stay where something isn't saved. */
    public void go(String key) {
        go(key, () -> {
        });
    }

    /**
     * Goes to a place, unless the person wants to stay where something isn't saved.
     *
     * @param there done once the place is shown
     */
    public void go(String key, Runnable there) {
        if (key.equals(places.here())) {
            resume();
            there.run();
        } else {
            places.named(key).ifPresent(place -> leave(() -> {
                show(place);
                there.run();
            }));
        }
        sidebar.select(places.here());
    }

    private void show(Destination place) {
        away();
        if (places.here() == null) {
            behind = List.copyOf(content.getChildren());
        }
        var screen = places.show(place);
        sidebar.select(place.key());
        content.getChildren().setAll(screen.root());
        screen.shown();
    }

    /** Does something that takes the screen away: at once, after what was typed is saved, or not at all. */
    public void leave(Runnable then) {
        var screen = places.screen();
        if (screen == null) {
            then.run();
        } else {
            screen.leave(then);
        }
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

    /** Says for as long as the workspace is open what is special about it. */
    public void notice(String sentence) {
        noticeBar.show(sentence);
    }

    /**
     * Tells something of the program itself, until the person closes it or does what is offered. The same is told once.
     *
     * @param verb what is offered
     */
    public void news(String sentence, String verb, Runnable act) {
        if (bars.getChildren().stream().noneMatch(bar -> bar instanceof NewsBar news && news.says(sentence))) {
            bars.getChildren().add(new NewsBar(sentence, verb, act, bar -> bars.getChildren().remove(bar)));
        }
    }

    /** Shows a problem in the window's bar. */
    public void problem(Problem problem, @Nullable Runnable retry) {
        problemBar.show(problem, retry);
    }

    /** Puts a dot at a place of the sidebar: {@code dot-warn}, {@code dot-bad}, or null for none. */
    public void mark(String key, @Nullable String style, String sentence) {
        sidebar.mark(key, style, sentence);
    }

    /** Adds a command to the palette; its keys, where it has some, do it from anywhere. */
    public void command(Command command) {
        moreCommands.add(command);
        var keys = command.keys();
        if (keys != null) {
            root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (keys.match(event)) {
                    command.act().run();
                    event.consume();
                }
            });
        }
    }

    private void onScreen(Consumer<Screen> act) {
        var screen = places.screen();
        if (screen != null) {
            act.accept(screen);
        }
    }

    private List<Command> commands() {
        var all = new ArrayList<Command>();
        for (var place : places.all()) {
            all.add(new Command(Messages.get("shell.go", place.title()), places.keysOf(place),
                    () -> go(place.key())));
        }
        if (places.here() != null) {
            all.add(Command.of(DeskKeys.NEW, () -> onScreen(Screen::create)));
            all.add(Command.of(DeskKeys.SEARCH, () -> onScreen(Screen::search)));
            all.add(Command.of(DeskKeys.REFRESH, () -> onScreen(Screen::refresh)));
            all.add(Command.of("shell.command.scope", scope::open));
            onScreen(screen -> screen.acts().forEach(act -> all.add(new Command(act.title(), act.keys(), act.act()))));
        }
        all.add(Command.of(DeskKeys.SHEET, this::sheet));
        all.addAll(moreCommands);
        return all;
    }

    private void sheet() {
        var keys = sheet == null ? new KeySheet() : sheet;
        sheet = keys;
        if (!keys.isShowing()) {
            keys.open(root, KeyGroups.of(places));
        }
    }

    private void showJobs() {
        jobs.getChildren().setAll(background.jobs().stream().map(RunningJob::new).toList());
    }
}
