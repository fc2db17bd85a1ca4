package dev.rackside.backup.ui;

import dev.rackside.backup.ScheduleDetail;
import dev.rackside.backup.ScheduleDraft;
import dev.rackside.backup.ScheduleFacet;
import dev.rackside.backup.ScheduleRow;
import dev.rackside.backup.ScheduleService;
import dev.rackside.backup.SlotResult;
import dev.rackside.backup.Watch;
import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.fx.Zones;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Schedules of backups: the list, and beside it the detail or the form of one. */
public final class ScheduleScreen extends ListScreen<ScheduleRow> {

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(ListKeys.DUPLICATE);

    private final Dialogs dialogs;
    private final @Nullable ScheduleRunning running;
    private final FacetListModel<ScheduleRow, ScheduleFacet> listModel;
    private final DetailModel<ScheduleRow, ScheduleDetail> detailModel;
    private final ScheduleListController list;
    private final ScheduleDetailController detail;
    private final ScheduleFormController form;
    private final DetailPane<ScheduleRow> pane;

    /** Without a way to run one now. */
    public ScheduleScreen(ScheduleService schedules, Background background, Dialogs dialogs,
            Consumer<UUID> showBackup) {
        this(schedules, background, dialogs, showBackup, null);
    }

    /**
     * @param showBackup shows a backup in its list
     * @param run runs a schedule now; null where that can't be done from here
     */
    public ScheduleScreen(ScheduleService schedules, Background background, Dialogs dialogs,
            Consumer<UUID> showBackup, @Nullable BiFunction<UUID, Watch, SlotResult> run) {
        running = run == null ? null : new ScheduleRunning(background, run);
        this.dialogs = dialogs;
        listModel = new FacetListModel<>(background, schedules, ScheduleService.DEFAULT_ORDER,
                ScheduleWords::facets);
        detailModel = new DetailModel<>(background, schedules::detail, schedules::dependents, schedules::delete);
        list = new ScheduleListController(listModel, background, this::create);
        detail = new ScheduleDetailController(detailModel,
                new ScheduleDetailController.Steps(this::back, this::edit, this::duplicate, this::delete, showBackup,
                        running == null ? null : this::runNow));
        form = new ScheduleFormController(schedules, background, dialogs, this::back);
        var views = new Views();
        frame.setList(views.load(list));
        var detailView = views.load(detail);
        var formView = views.load(form);
        pane = new DetailPane<>(frame, listModel.rows(), detailView, formView, form.editing(), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detailModel.show(row);
        });
        form.editing().onSaved(row -> saved(row.id()));
        list.table().onOpen(_ -> {
            detail.folded(frame.folded());
            pane.open();
        });
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, form.editing()));
    }

    private void pressed(KeyEvent event) {
        var onList = !pane.editing() && pane.row() != null && !(event.getTarget() instanceof TextInputControl);
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (onList && ListKeys.DUPLICATE.match(event)) {
            duplicate();
        } else if (onList && ListKeys.DELETE.match(event)) {
            delete();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected List<Act> rowActs() {
        return List.of(Act.duplicate(this::duplicate), Act.delete(this::delete));
    }

    @Override
    protected void edit() {
        var row = pane.row();
        if (row != null) {
            form.edit(row.id(), pane::edit);
        }
    }

    @Override
    public void create() {
        form.editing().leave(() -> start(ScheduleDraft.blank(Zones.shown().getId())));
    }

    private void duplicate() {
        var read = detailModel.detail().get();
        if (read != null) {
            form.editing().leave(() -> start(read.draft().copy()));
        }
    }

    private void start(ScheduleDraft draft) {
        pane.edit();
        form.start(draft);
    }

    private void runNow() {
        var row = pane.row();
        if (row != null && running != null) {
            // Somebody may be typing by then: what is shown is read again, and nothing is closed.
            running.start(row, () -> {
                listModel.refresh();
                detailModel.retry();
            });
        }
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void delete() {
        var row = pane.row();
        if (row != null) {
            detailModel.beforeDelete(found -> {
                if (dialogs.confirmDelete(Messages.get("schedule.delete.what", row.name()),
                        ScheduleWords.consequences(found))) {
                    detailModel.delete(this::deleted);
                }
            });
        }
    }

    /** Shows one schedule, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
