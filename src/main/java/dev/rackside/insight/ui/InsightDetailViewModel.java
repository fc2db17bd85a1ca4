package dev.rackside.insight.ui;

import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.insight.InsightDetail;
import dev.rackside.insight.InsightService;
import dev.rackside.insight.StillTrue;
import dev.rackside.access.Who;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One insight as it is read, and "still true" with its way back. */
final class InsightDetailViewModel {

    private static final Duration UNDO_FOR = Duration.ofSeconds(12);

    private final InsightService insights;
    private final Supplier<Who> who;
    private final Background background;
    private final Slot reading;
    private final Slot saying;
    private final ReadOnlyObjectWrapper<@Nullable InsightDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable StillTrue> said = new ReadOnlyObjectWrapper<>();
    private Runnable onChanged = () -> {
    };
    private Alarm forgetting = () -> {
    };
    private @Nullable UUID shown;

    InsightDetailViewModel(Background background, InsightService insights, Supplier<Who> who) {
        this.background = background;
        this.insights = insights;
        this.who = who;
        reading = background.slot();
        saying = background.slot();
    }

    /** What happens when something was written, so that the list shows it. */
    void onChanged(Runnable act) {
        onChanged = act;
    }

    void show(UUID id) {
        if (!id.equals(shown)) {
            shown = id;
            detail.set(null);
        }
        reading.run(() -> insights.detail(id), detail::set);
    }

    /** Notes that the person found the insight still true. */
    void stillTrue(UUID id) {
        saying.once(() -> insights.stillTrue(id, who.get()), done -> {
            said.set(done);
            forgetting.cancel();
            forgetting = background.every(UNDO_FOR, this::forget);
            changed(id);
        });
    }

    /** Takes back what was said last; nothing once it is too late. */
    void takeBack() {
        var last = said.get();
        if (last != null) {
            saying.once(() -> {
                insights.takeBack(last);
                return last;
            }, _ -> {
                forget();
                changed(last.insightId());
            });
        }
    }

    private void forget() {
        forgetting.cancel();
        said.set(null);
    }

    private void changed(UUID id) {
        onChanged.run();
        if (id.equals(shown)) {
            show(id);
        }
    }

    /** Null until it is read. */
    ReadOnlyObjectProperty<@Nullable InsightDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** What was said last and can be taken back for a few seconds. */
    ReadOnlyObjectProperty<@Nullable StillTrue> said() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return saying.busy();
    }
}
