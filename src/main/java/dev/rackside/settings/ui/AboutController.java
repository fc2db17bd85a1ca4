package dev.rackside.settings.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Slot;
import dev.rackside.fx.TextScale;
import dev.rackside.settings.About;
import dev.rackside.settings.Library;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** What the program is, what it runs on, and what it is made of. */
@SuppressWarnings("NullAway.Init")
final class AboutController {

    private static final double NARROWEST = 90;

    private final SettingsActs acts;
    private final Background background;
    private final Slot reading;
    private @Nullable About about;

    @FXML
    private Facts facts;
    @FXML
    private Button copy;
    @FXML
    private Button logs;
    @FXML
    private Button crashes;
    @FXML
    private Button data;
    @FXML
    private TableView<Library> libraries;

    AboutController(Background background, SettingsActs acts) {
        this.acts = acts;
        this.background = background;
        reading = background.slot();
    }

    @FXML
    private void initialize() {
        column("settings.library.name", 320, Library::name);
        column("settings.library.version", 120, Library::version);
        column("settings.library.licences", 200, Library::licences);
        libraries.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        libraries.setPlaceholder(new Label(Messages.get("settings.library.none")));
        copy.setOnAction(_ -> copy());
        new FolderButtons(acts).logs(logs).data(data).crashes(crashes, background.slot());
    }

    private void column(String key, double width, Function<Library, String> value) {
        var column = new TableColumn<Library, String>(Messages.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(_ -> new WholeCell());
        column.setPrefWidth(width);
        column.minWidthProperty().bind(TextScale.factor().multiply(NARROWEST));
        libraries.getColumns().add(column);
    }

    /** What is cut is told by the tooltip. */
    private static final class WholeCell extends TableCell<Library, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setTooltip(empty || words == null ? null : new Tooltip(words));
        }
    }

    void shown() {
        reading.run(acts.about(), this::show);
    }

    private void show(About read) {
        about = read;
        facts.clear();
        lines(read).forEach(line -> facts.add(line.key(), line.value()));
        libraries.getItems().setAll(read.libraries());
        copy.setText(Messages.get("settings.about.copy"));
    }

    private record Line(String key, String value) {}

    private static List<Line> lines(About about) {
        return List.of(new Line("settings.about.version", about.version()),
                new Line("settings.about.build", about.build()),
                new Line("settings.about.java", about.java()),
                new Line("settings.about.javafx", about.javafx()),
                new Line("settings.about.system", about.system()),
                new Line("settings.about.server", about.server() == null
                        ? Messages.get("settings.about.no-server")
                        : about.server()));
    }

    /** All of it as text, for a mail to whoever helps. */
    static String text(About about) {
        var facts = lines(about).stream().map(line -> Messages.get(line.key()) + ": " + line.value());
        var made = about.libraries().stream()
                .map(library -> library.name() + " " + library.version() + " (" + library.licences() + ")");
        return Messages.get("app.name") + "\n" + facts.collect(Collectors.joining("\n")) + "\n\n"
                + made.collect(Collectors.joining("\n")) + "\n";
    }

    private void copy() {
        if (about != null) {
            var content = new ClipboardContent();
            content.putString(text(about));
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(Messages.get("fx.copied"));
        }
    }
}
