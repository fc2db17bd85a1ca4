package dev.rackside.plan.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.Job;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.plan.PlanDetail;
import dev.rackside.plan.PlanFacet;
import dev.rackside.plan.PlanPoll;
import dev.rackside.plan.PlanRow;
import dev.rackside.plan.PlanService;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Plans by which clients' machines are backed up: the list, and beside it one with its runs. Read only. */
public final class PlanScreen extends ListScreen<PlanRow> {

    private static final Shortcut FETCH = Shortcut.shifted(KeyCode.F5, "plan.keys.fetch");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(FETCH);

    private final PlanPoll poll;
    private final Background background;
    private final PlanActs acts;
    private final FacetListModel<PlanRow, PlanFacet> listModel;
    private final PlanListController list;
    private final PlanDetailController detail;
    private final DetailPane<PlanRow> pane;
    private @Nullable Job<PlanPoll.Report> fetching;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public PlanScreen(PlanService plans, PlanPoll poll, Background background,
            ObservableValue<@Nullable Choice> scope, PlanActs acts) {
        this.poll = poll;
        this.background = background;
        this.acts = acts;
        listModel = new FacetListModel<>(background, new ScopedPlans(plans, scope), PlanService.DEFAULT_ORDER,
                PlanWords::facets);
        var detailModel = new DetailModel<PlanRow, PlanDetail>(background, plans::detail, _ -> List.of(), _ -> {
        });
        list = new PlanListController(listModel, background, scope,
                new PlanListController.Steps(this::fetch, acts.openMappings()));
        detail = new PlanDetailController(detailModel, acts, this::back);
        var views = new Views();
        frame.setList(views.load(list));
        pane = new DetailPane<>(frame, listModel.rows(), views.load(detail), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detailModel.show(row);
        });
        list.table().onOpen(_ -> {
            detail.folded(frame.folded());
            pane.open();
        });
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, null));
    }

    private void pressed(KeyEvent event) {
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (FETCH.match(event)) {
            fetch();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected List<Act> rowActs() {
        var row = pane.row();
        var offered = new ArrayList<Act>();
        if (row != null && row.clientId() != null) {
            offered.add(Act.of("plan.client.open", null, () -> acts.openClient().accept(row.clientId())));
        }
        if (row != null && row.machineId() != null) {
            offered.add(Act.of("plan.machine.open", null, () -> acts.openMachine().accept(row.machineId())));
        }
        offered.add(Act.of("plan.fetch", FETCH.keys(), this::fetch));
        return offered;
    }

    /** Asks how the backups went; once at a time. */
    private void fetch() {
        if (fetching == null || fetching.state().get() != Job.State.RUNNING) {
            fetching = background.job(Messages.get("plan.fetch.job"), progress -> poll.run(progress::cancelled),
                    this::fetched);
        }
    }

    private void fetched(PlanPoll.Report report) {
        listModel.refresh();
        acts.say().accept(PlanWords.report(report));
    }

    /** Shows one plan, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
