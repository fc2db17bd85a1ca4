package dev.rackside.infrastructure.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.infrastructure.AssetType;
import dev.rackside.infrastructure.MachineFacets;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.infrastructure.MachineStatus;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.Set;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The list of machines with what narrows it. */
final class MachineListController {

    private static final double NARROW = 580;
    private static final double MIDDLE = 700;
    private static final double WIDE = 760;
    private static final double WIDER = 1000;
    private static final double WIDEST = 1120;

    private final MachineListViewModel model;
    private final Background background;
    private final Runnable create;

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Button newMachine;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox client;
    @FXML
    private FacetBox type;
    @FXML
    private FacetBox status;
    @FXML
    private FacetBox tag;
    @FXML
    private Hyperlink clear;
    @FXML
    private ListMenu more;
    @FXML
    private PagedTable<MachineRow> table;

    MachineListController(MachineListViewModel model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.show(model.rows());
        table.setAccessibleText(Messages.get("machine.list"));
        search.onSearch(background, _ -> narrow());
        boxes().forEach(box -> box.chosen().addListener((_, _, _) -> narrow()));
        tag.allProperty().addListener((_, _, _) -> narrow());
        model.facets().addListener((_, _, facets) -> show(facets));
        count.textProperty().bind(model.rows().countText());
        model.scope().addListener((_, _, scope) -> scoped(scope));
        scoped(model.scope().getValue());
        newMachine.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        offerHelp();
        more.of(table, search, client, type, status, tag);
    }

    private void columns() {
        table.mono("machine.hostname", "hostname", 150, row -> MachineWords.name(row.hostname()));
        var clientName = table.text("machine.client", "client", 150, MachineWords::client);
        table.text("machine.type", "type", 124, row -> MachineWords.type(row.assetType()));
        var address = table.mono("machine.ip", "ip", 124, MachineRow::ipAddress);
        var os = table.text("machine.os", "os", 170, row -> MachineWords.system(row.os(), row.osVersion()));
        var shell = table.text("machine.powershell", "powershell", 96, MachineRow::powershellVersion);
        table.badge("machine.status", "status", 124, row -> MachineWords.badge(row.status()));
        var tags = table.text("machine.tags", null, 120, MachineRow::tags);
        var updated = table.age("machine.updated", "updated", 84, MachineRow::updatedAt);
        table.hideBelow(NARROW, address);
        table.hideBelow(MIDDLE, clientName, os);
        table.hideBelow(WIDEST, shell);
        table.hideBelow(WIDER, tags);
        table.hideBelow(WIDE, updated);
    }

    private Stream<FacetBox> boxes() {
        return Stream.of(client, type, status, tag);
    }

    private void narrow() {
        model.narrow(new MachineFilter(null, text(), client.ids(),
                type.chosen().get(), status.chosen().get(), tag.ids(),
                tag.allProperty().get()));
        offerHelp();
    }

    private @Nullable String text() {
        var words = search.getText();
        return words == null || words.isBlank() ? null : words.strip();
    }

    private void offerHelp() {
        var narrowed = !model.filter().get().equals(MachineFilter.ALL);
        Presence.present(clear, narrowed);
        if (narrowed) {
            table.whenEmpty(Messages.get("machine.nothing"), Messages.get("machine.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("machine.none"), Messages.get("machine.new"), create);
        }
    }

    void clear() {
        search.clear();
        boxes().forEach(FacetBox::clear);
        narrow();
    }

    void showForTag(Choice chosen) {
        clear();
        tag.choose(Set.of(chosen.id().toString()));
    }

    private void show(MachineFacets facets) {
        client.show(facets.clients());
        type.show(MachineWords.labelled(facets.types(), AssetType.class, MachineWords.TYPE));
        status.show(MachineWords.labelled(facets.statuses(), MachineStatus.class, MachineWords.STATUS));
        tag.show(facets.tags());
    }

    private void scoped(@Nullable Choice scope) {
        scopeNote.setText(scope == null ? "" : Messages.get("machine.only", scope.label()));
        Presence.present(client, scope == null);
    }

    PagedTable<MachineRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
