package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.integration.Difference;
import dev.rackside.integration.ExchangeDifference;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ui.CompareLine.Part;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Two exchanges and what is different between them; read and compared off the screen thread. */
final class CompareViewModel {

    private final ExchangeService exchanges;
    private final Slot comparing;
    private final ReadOnlyObjectWrapper<@Nullable ExchangeDifference> difference = new ReadOnlyObjectWrapper<>();
    private final ObservableList<CompareLine> lines = FXCollections.observableArrayList();
    private final BooleanProperty unified = new SimpleBooleanProperty();
    private final Map<Part, Set<Integer>> unfolded = new EnumMap<>(Part.class);

    CompareViewModel(Background background, ExchangeService exchanges) {
        this.exchanges = exchanges;
        comparing = background.slot();
        unified.addListener((_, _, _) -> show());
    }

    /** Compares two, whichever is given first. */
    void compare(UUID one, UUID other) {
        begin();
        comparing.run(() -> exchanges.compare(one, other), difference -> {
            this.difference.set(difference);
            show();
        }, _ -> {
        });
    }

    /**
     * Compares one with the one before about the same.
     *
     * @param none called where there is none before
     */
    void compareWithBefore(UUID id, Runnable none) {
        begin();
        comparing.run(() -> exchanges.before(id).map(before -> exchanges.compare(before, id)), found -> {
            difference.set(found.orElse(null));
            show();
            if (found.isEmpty()) {
                none.run();
            }
        }, _ -> {
        });
    }

    private void begin() {
        unfolded.clear();
        difference.set(null);
        lines.clear();
    }

    /** Shows lines that were folded because they are the same. */
    void unfold(CompareLine.Folded folded) {
        unfolded.computeIfAbsent(folded.part(), _ -> new HashSet<>()).add(folded.from());
        show();
    }

    private void show() {
        var shown = difference.get();
        if (shown == null) {
            lines.clear();
            return;
        }
        lines.setAll(new CompareLine.Heading(heading("exchange.response", shown.response())));
        lines.addAll(of(Part.RESPONSE, shown.response()));
        lines.add(new CompareLine.Heading(heading("exchange.request", shown.request())));
        lines.addAll(of(Part.REQUEST, shown.request()));
    }

    private List<CompareLine> of(Part part, Difference difference) {
        return difference.same()
                ? List.of()
                : CompareLine.of(part, difference, unified.get(), unfolded.getOrDefault(part, Set.of()));
    }

    private static String heading(String key, Difference part) {
        var name = Messages.get(key);
        if (!part.recorded()) {
            return Messages.get("exchange.compare.nothing", name);
        }
        if (part.same()) {
            return Messages.get(part.partly() ? "exchange.compare.same-partly" : "exchange.compare.same", name);
        }
        return Messages.get("exchange.compare.changes", name, part.changes());
    }

    /** What there is to say about both together, beyond what differs; empty where nothing. */
    String note() {
        var shown = difference.get();
        if (shown == null) {
            return "";
        }
        var partly = shown.request().partly() || shown.response().partly();
        var masked = shown.request().masked() + shown.response().masked() > 0;
        return ((partly ? Messages.get("exchange.compare.partly", Difference.MOST_LINES) : "") + " "
                + (masked ? Messages.get("exchange.compare.masked") : "")).strip();
    }

    /** Null until both are read and compared. */
    ReadOnlyObjectProperty<@Nullable ExchangeDifference> difference() {
        return difference.getReadOnlyProperty();
    }

    ObservableList<CompareLine> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /** One below the other instead of beside each other. */
    BooleanProperty unified() {
        return unified;
    }

    ReadOnlyBooleanProperty busy() {
        return comparing.busy();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return comparing.problem();
    }

    void retry() {
        comparing.retry();
    }
}
