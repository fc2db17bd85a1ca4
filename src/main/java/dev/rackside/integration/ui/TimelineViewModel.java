package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeTimeline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What was exchanged about one thing, day by day. */
final class TimelineViewModel {

    /** A line of the page: a day, or an exchange of it. */
    sealed interface Line {

        /** Null where nobody knows the day. */
        record Day(@Nullable LocalDate day) implements Line {}

        record Entry(ExchangeRow row) implements Line {}
    }

    private final ExchangeService exchanges;
    private final Supplier<ZoneId> zone;
    private final Slot reading;
    private final ReadOnlyObjectWrapper<@Nullable ExchangeTimeline> timeline = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final BooleanProperty oldestFirst = new SimpleBooleanProperty();

    /** @param zone in which a person's days begin */
    TimelineViewModel(Background background, ExchangeService exchanges, Supplier<ZoneId> zone) {
        this.exchanges = exchanges;
        this.zone = zone;
        reading = background.slot();
        oldestFirst.addListener((_, _, _) -> show());
    }

    /** @param system whose id it is; null for any */
    void read(@Nullable String system, String externalId) {
        timeline.set(null);
        show();
        reading.run(() -> exchanges.timeline(system, externalId), read -> {
            timeline.set(read);
            show();
        }, _ -> {
        });
    }

    private void show() {
        var read = timeline.get();
        var rows = read == null ? List.<ExchangeRow>of() : oldestFirst.get() ? read.rows().reversed() : read.rows();
        var shown = new ArrayList<Line>();
        LocalDate before = null;
        for (var row : rows) {
            var day = row.createdAt() == null ? null : row.createdAt().atZone(zone.get()).toLocalDate();
            if (shown.isEmpty() || !Objects.equals(day, before)) {
                shown.add(new Line.Day(day));
            }
            shown.add(new Line.Entry(row));
            before = day;
        }
        lines.setAll(shown);
    }

    /** Null until it is read. */
    ReadOnlyObjectProperty<@Nullable ExchangeTimeline> timeline() {
        return timeline.getReadOnlyProperty();
    }

    ObservableList<Line> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /** The oldest first, instead of the newest. */
    BooleanProperty oldestFirst() {
        return oldestFirst;
    }

    ReadOnlyBooleanProperty busy() {
        return reading.busy();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
