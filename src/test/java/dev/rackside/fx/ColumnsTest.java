package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private final ObservableList<TableColumn<String, ?>> view = FXCollections.observableArrayList();
    private final SimpleDoubleProperty room = new SimpleDoubleProperty(1000);
    private final Columns<String> columns = new Columns<>(view, room);
    private int changes;

    @BeforeEach
    void three() {
        List.of("a", "b", "c").forEach(this::add);
        columns.onChange(() -> changes++);
    }

    private void add(String name) {
        var column = new TableColumn<String, String>(name);
        column.setPrefWidth(100);
        columns.add(column, new Column<>(name, name, text -> text));
    }

    @Test
    void aNarrowWindowHidesWhatIsWantedAndGivesItBack() {
        columns.hideBelow(500, view.get(1));
        room.set(400);
        assertThat(seen()).isEqualTo("ac");
        assertThat(columns.lacksRoom(view.get(1))).isTrue();
        assertThat(columns.wanted()).hasSize(3);
        room.set(600);
        assertThat(seen()).isEqualTo("abc");
        columns.want(view.get(1), false);
        assertThat(seen()).isEqualTo("ac");
        assertThat(columns.lacksRoom(view.get(1))).isFalse();
        room.set(400);
        room.set(600);
        assertThat(seen()).isEqualTo("ac");
    }

    @Test
    void theLastColumnStays() {
        List.copyOf(view).forEach(column -> columns.want(column, false));
        assertThat(seen()).isEqualTo("c");
    }

    @Test
    void orderChoiceAndWidthAreRestored() {
        columns.move(view.get(2), -1);
        columns.want(view.getFirst(), false);
        view.get(1).setPrefWidth(150);
        columns.widthsChosen();
        assertThat(changes).isEqualTo(3);
        var state = columns.state();
        columns.reset();
        assertThat(seen()).isEqualTo("abc");
        assertThat(columns.untouched()).isTrue();
        assertThat(view.get(2).getPrefWidth()).isEqualTo(100);
        columns.restore(state);
        assertThat(seen()).isEqualTo("cb");
        assertThat(view.get(1).getPrefWidth()).isEqualTo(150);
        assertThat(columns.state()).isEqualTo(state);
    }

    @Test
    void whatIsGoneIsPassedOverAndWhatIsNewStandsWhereItBelongs() {
        columns.restore(List.of(new ListState.Shown("gone", true, 0), new ListState.Shown("c", true, -3),
                new ListState.Shown("a", false, Double.NaN)));
        assertThat(columns.all().stream().map(TableColumn::getText)).containsExactly("c", "b", "a");
        assertThat(seen()).isEqualTo("cb");
        assertThat(view).allMatch(column -> column.getPrefWidth() == 100);
    }

    @Test
    void aStateThatHidesEverythingShowsEverything() {
        columns.restore(List.of(new ListState.Shown("a", false, 0), new ListState.Shown("b", false, 0),
                new ListState.Shown("c", false, 0)));
        assertThat(seen()).isEqualTo("abc");
    }

    private String seen() {
        return String.join("", columns.seen().stream().map(Column::name).toList());
    }
}
