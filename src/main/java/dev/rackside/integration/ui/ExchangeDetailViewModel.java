package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.integration.ExchangeDetail;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeService;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One exchange: what the list knows of it at once, what was sent and answered as soon as it is read. */
final class ExchangeDetailViewModel {

    private final ExchangeService exchanges;
    private final Slot reading;
    private final ReadOnlyObjectWrapper<@Nullable ExchangeRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ExchangeDetail> detail = new ReadOnlyObjectWrapper<>();

    ExchangeDetailViewModel(Background background, ExchangeService exchanges) {
        this.exchanges = exchanges;
        reading = background.slot();
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
