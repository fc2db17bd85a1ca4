package dev.rackside.tag.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Views;
import dev.rackside.tag.TagCatalogue;
import dev.rackside.tag.TagDetail;
import dev.rackside.tag.TagFacet;
import dev.rackside.tag.TagRow;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Tags: the list, and beside it the detail or the form of one. */
public final class TagScreen extends ListScreen<TagRow> {

    private final TagActs acts;
    private final Dialogs dialogs;
    private final FacetListModel<TagRow, TagFacet> listModel;
    private final DetailModel<TagRow, TagDetail> detailModel;
    private final TagListController list;
    private final TagDetailController detail;
    private final TagFormController form;
    private final DetailPane<TagRow> pane;

    public TagScreen(TagCatalogue tags, Background background, Dialogs dialogs, TagActs acts) {
        this.acts = acts;
        this.dialogs = dialogs;
        listModel = new FacetListModel<>(background, tags, TagCatalogue.DEFAULT_ORDER,
                TagWords::facets);
        detailModel = new DetailModel<>(background, tags::detail, tags::dependents, tags::delete);
        list = new TagListController(listModel, background, this::create);
        detail = new TagDetailController(detailModel, acts,
                new TagDetailController.Steps(this::back, this::edit, this::delete));
        form = new TagFormController(tags, background, dialogs, this::back);
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
        } else if (onList && ListKeys.DELETE.match(event)) {
            delete();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected List<Act> rowActs() {
        return List.of(Act.of("tag.show-machines", null, () -> detail.with(acts.showMachines())),
                Act.of("tag.show-work", null, () -> detail.with(acts.showWork())), Act.delete(this::delete));
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
        form.editing().leave(() -> {
            pane.edit();
            form.create();
        });
    }

    private void saved(UUID id) {
        saved();
        listModel.reveal(id);
    }

    private void delete() {
        var row = pane.row();
        if (row != null) {
            detailModel.beforeDelete(found -> {
                if (dialogs.confirmDelete(Messages.get("tag.delete.what", TagWords.name(row.name())),
                        TagWords.consequences(found))) {
                    detailModel.delete(this::deleted);
                }
            });
        }
    }

    /** Shows one tag, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> listModel.reveal(id));
    }
}
