package dev.rackside.insight.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Views;
import dev.rackside.insight.InsightRow;
import java.util.UUID;
import javafx.scene.Node;

/** The pages of an insight's evidence in the detail's place: all of it, and the form of a new piece. */
final class EvidencePages {

    private final EvidenceListViewModel model;
    private final EvidenceListController list;
    private final EvidenceFormController form;
    private final Node listView;
    private final Node formView;
    private final DetailPane<InsightRow> pane;

    /** What the screen does: one step back, and what follows after something was recorded on the chosen insight. */
    record Steps(Runnable back, Runnable recorded) {}

    EvidencePages(InsightDoors doors, InsightActs acts, Background background, Dialogs dialogs,
            DetailPane<InsightRow> pane, Steps steps) {
        this.pane = pane;
        model = new EvidenceListViewModel(background, doors.evidence(), doors.insights());
        list = new EvidenceListController(model, new EvidenceListController.Steps(steps.back(), this::record));
        form = new EvidenceFormController(doors, acts.who(), background, dialogs, steps.back());
        var views = new Views();
        listView = views.load(list);
        formView = views.load(form);
        form.editing().onSaved(_ -> {
            pane.close();
            refresh();
            steps.recorded().run();
        });
    }

    /** Ctrl+E. */
    void record() {
        var row = pane.row();
        if (row != null && !pane.editing()) {
            form.begin(row.id(), () -> pane.edit(formView, form.editing()));
        }
    }

    void showAll() {
        var row = pane.row();
        if (row != null) {
            show(row.id());
        }
    }

    private void show(UUID insightId) {
        list.show(insightId);
        pane.page(listView);
        listView.applyCss();
        list.focus();
    }

    private void refresh() {
        var row = pane.row();
        if (row != null && pane.shows(listView)) {
            list.show(row.id());
        }
    }

    void close() {
        model.close();
    }
}
