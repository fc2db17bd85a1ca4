package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Words can be read in both themes: 4.5 to 1 or more, on a selected row too. */
@ExtendWith(ApplicationExtension.class)
class ContrastTest {

    @SuppressWarnings("NullAway.Init")
    private FacetBox facets;
    @SuppressWarnings("NullAway.Init")
    private PagedTable<ManyRows.Line> table;
    @SuppressWarnings("NullAway.Init")
    private ProblemBar bar;

    @Start
    void start(Stage stage) {
        table = new PagedTable<>();
        for (var tone : Badge.Tone.values()) {
            table.badge("fx.copy", null, 80, _ -> new Badge("word", tone));
        }
        table.text("fx.save", null, 100, ManyRows.Line::title);
        table.age("fx.close", null, 60, _ -> Instant.EPOCH);
        var rows = new PagedRows<ManyRows.Line>(Background.direct(), Order.by("number"));
        table.show(rows);
        rows.source(new ManyRows(20));
        rows.select(1);
        bar = new ProblemBar();
        bar.show(ManyRows.away(), () -> {
        });
        facets = new FacetBox();
        facets.setTitle("Category");
        facets.show(List.of(new Facet("a", "Antivirus", 3), new Facet("b", "Backup", 4)));
        stage.setScene(new Scene(new VBox(bar, facets, table), 900, 600));
        stage.show();
        table.view().requestFocus();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsOnRowsAndBarsCanBeRead(Theme.Wish wish, FxRobot robot) {
        robot.interact(() -> new Theme().choose(wish));
        robot.interact(() -> table.getScene().getRoot().applyCss());
        var page = wish == Theme.Wish.DARK ? Color.web("#0d1117") : Color.WHITE;

        for (var row : robot.lookup(".table-row-cell").queryAllAs(Region.class)) {
            for (var node : row.lookupAll(".label, .text-cell, .age-cell")) {
                check((Labeled) node, row, page);
            }
        }
        for (var node : bar.lookupAll(".label")) {
            check((Labeled) node, bar, page);
        }
        robot.interact(() -> facets.choose(Set.of("a")));
        robot.interact(() -> facets.applyCss());
        check(facets, facets, page);
    }

    private static void check(Labeled words, Region ground, Color page) {
        if (words.getText() == null || words.getText().isEmpty()) {
            return;
        }
        var fills = ground.getBackground().getFills();
        var top = (Color) fills.getLast().getFill();
        var behind = page.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
        assertThat(contrast((Color) words.getTextFill(), behind))
                .as("%s of %s on %s", words.getTextFill(), words.getStyleClass(), behind).isGreaterThanOrEqualTo(4.5);
    }

    private static double contrast(Color one, Color other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
