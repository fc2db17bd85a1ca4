package dev.rackside.failure.ui;

import dev.rackside.failure.FailureDetail;
import dev.rackside.failure.FailureService;
import dev.rackside.failure.SeenAgain;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import java.time.Duration;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One failure pattern as it is read, and "seen again" with its way back. */
final class FailureDetailViewModel {

    private static final Duration UNDO_FOR = Duration.ofSeconds(12);

    private final FailureService failures;
    private final Background background;
    private final Slot reading;
    private final Slot saying;
    private final ReadOnlyObjectWrapper<@Nullable FailureDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SeenAgain> said = new ReadOnlyObjectWrapper<>();
    private Runnable onChanged = () -> {
    };
    private Alarm forgetting = () -> {
    };
    private @Nullable UUID shown;

    FailureDetailViewModel(Background background, FailureService failures) {
        this.background = background;
        this.failures = failures;
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
        reading.run(() -> failures.detail(id), detail::set, _ -> detail.set(null));
    }

    /** Counts the failure once more. */
    void seenAgain(UUID id) {
        saying.once(() -> failures.seenAgain(id), done -> {
            said.set(done);
            forgetting.cancel();
            forgetting = background.every(UNDO_FOR, this::forget);
            changed(id);
        });
    }

    /** Takes back what was counted last; nothing once it is too late. */
    void takeBack() {
        var last = said.get();
        if (last != null) {
            saying.once(() -> {
                failures.takeBack(last);
                return last;
            }, _ -> {
                forget();
                changed(last.patternId());
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
    ReadOnlyObjectProperty<@Nullable FailureDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** What was counted last and can be taken back for a few seconds. */
    ReadOnlyObjectProperty<@Nullable SeenAgain> said() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return saying.busy();
    }

    /** Why it can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
