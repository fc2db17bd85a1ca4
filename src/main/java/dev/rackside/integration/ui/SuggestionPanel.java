package dev.rackside.integration.ui;

import dev.rackside.integration.MappingService.Assigned;
import dev.rackside.integration.Suggestion;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What unmapped customers and computers probably are, one line each: those that are ticked are taken together. */
final class SuggestionPanel extends VBox {

    private final VBox lines = new VBox();
    private final Button take = new Button();
    private final CheckBox all = new CheckBox(Messages.get("mapping.suggest.all"));
    private final List<Line> offered = new ArrayList<>();
    private boolean ticking;

    private record Line(Suggestion suggestion, CheckBox box) {}

    SuggestionPanel(Runnable close, Consumer<List<Assigned>> accept) {
        var heading = new Label(Messages.get("mapping.suggest.heading"));
        heading.getStyleClass().add("title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var done = new Button(Messages.get("mapping.suggest.close"));
        done.setOnAction(_ -> close.run());
        take.setOnAction(_ -> accept.accept(ticked()));
        take.getStyleClass().add("accent");
        take.setDefaultButton(true);
        var head = new HBox(8, heading, done, take);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("form-head");
        all.setOnAction(_ -> tickAll(all.isSelected()));
        lines.getStyleClass().add("detail");
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
    }

    void show(Collection<Suggestion> suggestions) {
        offered.clear();
        var hint = new Label(Messages.get("mapping.suggest.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        lines.getChildren().setAll(hint, all);
        suggestions.forEach(suggestion -> {
            var box = new CheckBox(words(suggestion));
            box.setWrapText(true);
            box.setSelected(true);
            box.selectedProperty().addListener((_, _, _) -> counted());
            offered.add(new Line(suggestion, box));
            lines.getChildren().add(box);
        });
        counted();
    }

    private static String words(Suggestion suggestion) {
        var row = suggestion.row();
        return Messages.get("mapping.suggest.line", MappingWords.name(row), MappingWords.system(row),
                suggestion.here().label(), MappingWords.reason(suggestion.reason()));
    }

    private void tickAll(boolean wanted) {
        ticking = true;
        offered.forEach(line -> line.box().setSelected(wanted));
        ticking = false;
        counted();
    }

    private void counted() {
        if (ticking) {
            return;
        }
        var many = ticked().size();
        take.setText(Messages.get("mapping.suggest.take", many));
        take.setDisable(many == 0);
        all.setSelected(many == offered.size() && many > 0);
    }

    private List<Assigned> ticked() {
        return offered.stream().filter(line -> line.box().isSelected())
                .map(line -> new Assigned(line.suggestion().row(), line.suggestion().here())).toList();
    }

    void focus() {
        take.requestFocus();
    }
}
