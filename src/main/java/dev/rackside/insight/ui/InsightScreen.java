package dev.rackside.insight.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.BulkEditing;
import dev.rackside.fx.BulkFields;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Once;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Views;
import dev.rackside.insight.Confidence;
import dev.rackside.insight.InsightCategory;
import dev.rackside.insight.InsightRow;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Insights: the list, and beside it the detail or the form of one. */
public final class InsightScreen extends ListScreen<InsightRow> {

    private static final Shortcut EVIDENCE = Shortcut.command(KeyCode.E, "insight.keys.evidence");
    private static final Shortcut STILL_TRUE = Shortcut.key(KeyCode.V, "insight.keys.still-true");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(STILL_TRUE, EVIDENCE, ListKeys.EDIT_MANY, ListKeys.TAKE_BACK,
            ListKeys.DUPLICATE);

    private static final int MATCHES = 50;

    private final InsightDoors doors;
    private final Dialogs dialogs;
    private final Slot acting;
    private final InsightListViewModel listModel;
    private final InsightDetailViewModel detailModel;
    private final InsightListController list;
    private final InsightDetailController detail;
    private final InsightFormController form;
    private final DetailPane<InsightRow> pane;
    private final Once<EvidencePages> evidence;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public InsightScreen(InsightDoors doors, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, InsightActs acts) {
        this.doors = doors;
        this.dialogs = dialogs;
        acting = background.slot();
        listModel = new InsightListViewModel(background, doors.insights(), scope);
        detailModel = new InsightDetailViewModel(background, doors.insights(), acts.who());
        detailModel.onChanged(listModel::refresh);
        list = new InsightListController(listModel, background, this::create);
        detail = new InsightDetailController(detailModel, acts,
                new InsightDetailController.Steps(this::back, this::edit, this::duplicate, this::delete,
                        new InsightSections.Steps(this::recordEvidence, this::showEvidence)));
        form = new InsightFormController(doors, acts.who(), background, dialogs, this::back);
        var views = new Views();
        frame.setList(views.load(list));
        var detailView = views.load(detail);
        var formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        evidence = new Once<>(() -> new EvidencePages(doors, acts, background, dialogs, pane,
                new EvidencePages.Steps(this::back, this::recorded)));
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detail.show(row);
        });
        form.editing().onSaved(row -> saved());
        list.table().onOpen(_ -> open());
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, form.editing()));
        editMany(new BulkEditing<>(background, doors.insights().bulk(), listModel, list.table(),
                () -> many(background, doors), draft -> InsightWords.title(draft.title())));
    }

    private static BulkFields many(Background background, InsightDoors doors) {
        return new BulkFields(background)
                .number("insight.priority", "priority", 10, 1)
                .coded("insight.confidence", "confidence", Confidence.class, InsightWords.CONFIDENCE)
                .coded("insight.category", "category", InsightCategory.class, InsightWords.CATEGORY)
                .choice("insight.client", "clientId", "insight.everywhere",
                        text -> doors.clients().choices(text, MATCHES));
    }

    private void open() {
        detail.folded(frame.folded());
        pane.open();
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null && !(event.getTarget() instanceof TextInputControl);
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (onList && STILL_TRUE.match(event)) {
            detail.stillTrue();
        } else if (onList && ListKeys.TAKE_BACK.match(event) && detailModel.said().get() != null) {
            detailModel.takeBack();
        } else if (onList && EVIDENCE.match(event)) {
            recordEvidence();
        } else if (onList && ListKeys.DUPLICATE.match(event)) {
            duplicate();
        } else if (onList && ListKeys.DELETE.match(event)) {
            delete();
        } else {
            return;
        }
        event.consume();
    }

    private void recordEvidence() {
        evidence.get().record();
    }

    private void showEvidence() {
        evidence.get().showAll();
    }

    /** The grade that the evidence supports may be another now. */
    private void recorded() {
        var row = pane.row();
        if (row != null) {
            detail.show(row);
        }
        if (!pane.onPage()) {
            focusTable();
        }
    }

    @Override
    public void close() {
        super.close();
        evidence.ifMade(EvidencePages::close);
    }

    @Override
    protected List<Act> rowActs() {
        return List.of(Act.of("insight.still-true", STILL_TRUE.keys(), detail::stillTrue),
                Act.of("insight.form.evidence", EVIDENCE.keys(), this::recordEvidence),
                Act.duplicate(this::duplicate), Act.delete(this::delete));
    }

    @Override
    protected void edit() {
        var row = pane.row();
        if (row != null) {
            form.edit(row.id(), pane::edit);
        }
    }

    private void duplicate() {
        var row = pane.row();
        if (row != null) {
            form.editing().leave(() -> form.duplicate(row.id(), pane::edit));
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> {
            pane.edit();
            form.create(listModel.scope().getValue());
        });
    }

    /** Shows only what is known of one machine, until the person clears the filters. */
    public void showForMachine(UUID machineId) {
        listModel.onlyMachine(machineId);
    }

    /** Shows one insight, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }

    private void delete() {
        var row = pane.row();
        if (row != null) {
            acting.run(() -> doors.insights().dependents(row.id()), goes -> delete(row, goes));
        }
    }

    private void delete(InsightRow row, List<Dependent> goes) {
        var what = Messages.get("insight.delete.what", InsightWords.title(row.title()));
        if (dialogs.confirmDelete(what, goes.stream().map(InsightScreen::consequence).toList())) {
            acting.once(() -> {
                doors.insights().delete(row.id());
                return row;
            }, _ -> deleted());
        }
    }

    private static String consequence(Dependent dependent) {
        var key = "insight.delete." + dependent.table();
        var table = Messages.has(key)
                ? Messages.get(key, dependent.count())
                : Messages.get("insight.delete.table", dependent.count(), dependent.table());
        return Messages.get(dependent.deleted() ? "insight.delete.goes" : "insight.delete.stays", dependent.count(),
                table);
    }
}
