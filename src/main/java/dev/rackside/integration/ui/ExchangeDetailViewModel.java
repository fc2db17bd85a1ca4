package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.integration.ExchangeDetail;
import dev.rackside.integration.ExchangeOutcome;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSettling;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One exchange: what the list knows of it at once, what was sent and answered as soon as it is read. */
final class ExchangeDetailViewModel {

    private final ExchangeService exchanges;
    private final ExchangeSettling settling;
    private final Slot reading;
    private final Slot writing;
    private final ReadOnlyObjectWrapper<@Nullable ExchangeRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ExchangeDetail> detail = new ReadOnlyObjectWrapper<>();

    ExchangeDetailViewModel(Background background, ExchangeDoors doors) {
        exchanges = doors.exchanges();
        settling = doors.settling();
        reading = background.slot();
        writing = background.slot();
    }

    /** Shows an exchange; what is shown of the same one stays until it is read again. */
    void show(ExchangeRow shown) {
        var before = row.get();
        if (before == null || !before.id().equals(shown.id())) {
            detail.set(null);
        }
        row.set(shown);
        reading.run(() -> exchanges.detail(shown.id()), detail::set, _ -> detail.set(null));
    }

    /** Whether what is shown is of unknown outcome, so that a person may say what they found. */
    boolean unsettled() {
        var shown = row.get();
        return shown != null && shown.outcome().known() == ExchangeOutcome.UNKNOWN;
    }

    /**
     * Says what a person found where the exchange went, and shows it as it is then.
     *
     * @param then called when that is done
     */
    void settle(boolean arrived, Runnable then) {
        var shown = row.get();
        if (shown != null && unsettled()) {
            writing.once(() -> {
                settling.settle(shown.id(), arrived);
                return exchanges.row(shown.id());
            }, now -> {
                var still = row.get();
                if (still != null && still.id().equals(shown.id())) {
                    now.ifPresent(this::show);
                }
                then.run();
            });
        }
    }

    ReadOnlyBooleanProperty writing() {
        return writing.busy();
    }

    ReadOnlyObjectProperty<@Nullable ExchangeRow> row() {
        return row.getReadOnlyProperty();
    }

    /** Null until it is read. */
    ReadOnlyObjectProperty<@Nullable ExchangeDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Why it can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
