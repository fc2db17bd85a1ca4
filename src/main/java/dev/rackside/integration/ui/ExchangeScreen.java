package dev.rackside.integration.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.fx.Zones;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeService;
import dev.rackside.row.Choice;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The log of exchanges with outside systems: the list, and beside it one with what was sent and answered. Read only. */
public final class ExchangeScreen extends ListScreen<ExchangeRow> {

    private static final Shortcut OPEN = Shortcut.command(KeyCode.ENTER, "exchange.keys.open");
    private static final Shortcut WIDE = Shortcut.key(KeyCode.W, "exchange.keys.wide");
    private static final Shortcut COPY_REQUEST = Shortcut.key(KeyCode.R, "exchange.keys.copy-request");
    private static final Shortcut COPY_RESPONSE = Shortcut.shifted(KeyCode.R, "exchange.keys.copy-response");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(OPEN, WIDE, COPY_REQUEST, COPY_RESPONSE);

    private final ExchangeListViewModel listModel;
    private final ExchangeListController list;
    private final ExchangeDetailController detail;
    private final DetailPane<ExchangeRow> pane;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public ExchangeScreen(ExchangeService exchanges, Background background,
            ObservableValue<@Nullable Choice> scope, ExchangeActs acts) {
        listModel = new ExchangeListViewModel(background, exchanges, scope, Zones.shown());
        var detailModel = new ExchangeDetailViewModel(background, exchanges);
        list = new ExchangeListController(listModel, background);
        detail = new ExchangeDetailController(detailModel, acts,
                new ExchangeDetailController.Steps(this::stepBack, this::turnWide));
        var views = new Views();
        frame.setList(views.load(list));
        pane = new DetailPane<>(frame, listModel.rows(), views.load(detail), background);
        pane.onShow(row -> {
            folded();
            detailModel.show(row);
        });
        list.table().onOpen(_ -> {
            folded();
            pane.open();
        });
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedOpen);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(listModel, list.table(), list::focusSearch, pane, null));
    }

    private void folded() {
        detail.folded(frame.folded(), frame.isWide());
    }

    /** Ahead of the table, for which Enter with any key beside it opens the row. */
    private void pressedOpen(KeyEvent event) {
        if (pane.row() != null && OPEN.match(event)) {
            detail.openAddress();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        var onList = pane.row() != null && !(event.getTarget() instanceof TextInputControl);
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            stepBack();
        } else if (onList && WIDE.match(event)) {
            turnWide();
        } else if (onList && COPY_REQUEST.match(event)) {
            detail.copyRequest();
        } else if (onList && COPY_RESPONSE.match(event)) {
            detail.copyResponse();
        } else {
            return;
        }
        event.consume();
    }

    private void turnWide() {
        frame.setWide(!frame.isWide());
        pane.open();
        folded();
    }

    /** From the whole place to beside the list, and from there to the list alone. */
    private void stepBack() {
        if (frame.isWide()) {
            turnWide();
        } else {
            back();
        }
    }

    /** Shows all exchanges about something, by its system's own id. */
    public void showAbout(String externalId) {
        list.searchFor(externalId);
    }

    /** Shows one exchange, wherever it stands in the log. */
    public void show(UUID id) {
        listModel.reveal(id);
    }
}
