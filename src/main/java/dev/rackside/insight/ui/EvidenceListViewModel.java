package dev.rackside.insight.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.insight.EvidenceRow;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.EvidenceSummary;
import dev.rackside.insight.InsightDetail;
import dev.rackside.insight.InsightService;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** All the evidence on one insight, and what it says together. */
final class EvidenceListViewModel {

    private final EvidenceService evidence;
    private final InsightService insights;
    private final PagedRows<EvidenceRow> rows;
    private final Slot reading;
    private final ReadOnlyObjectWrapper<@Nullable InsightDetail> insight = new ReadOnlyObjectWrapper<>();
    private @Nullable UUID shown;

    EvidenceListViewModel(Background background, EvidenceService evidence, InsightService insights) {
        this.evidence = evidence;
        this.insights = insights;
        rows = new PagedRows<>(background, EvidenceService.DEFAULT_ORDER);
        reading = background.slot();
    }

    /** Shows the evidence on an insight, from the newest on; the same again is read again in its place. */
    void show(UUID insightId) {
        if (insightId.equals(shown)) {
            rows.refresh();
        } else {
            shown = insightId;
            insight.set(null);
            rows.selected().set(null);
            rows.source(evidence.list(insightId));
        }
        reading.run(() -> insights.detail(insightId), insight::set);
    }

    PagedRows<EvidenceRow> rows() {
        return rows;
    }

    /** The insight with what its evidence says; null until it is read. */
    ReadOnlyObjectProperty<@Nullable InsightDetail> insight() {
        return insight.getReadOnlyProperty();
    }

    void close() {
        rows.close();
    }
}
