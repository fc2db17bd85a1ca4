package dev.rackside.integration.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.fx.Zones;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.Retention;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
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

    private static final Shortcut COMPARE = Shortcut.key(KeyCode.C, "exchange.keys.compare");

    private static final Shortcut TIMELINE = Shortcut.key(KeyCode.T, "exchange.keys.timeline");

    private static final Shortcut UNKNOWNS = Shortcut.shifted(KeyCode.U, "exchange.keys.unknowns");
    private static final Shortcut ARRIVED = Shortcut.key(KeyCode.A, "exchange.keys.arrived");
    private static final Shortcut NOT_ARRIVED = Shortcut.key(KeyCode.N, "exchange.keys.not-arrived");

    private static final Shortcut RETENTION = Shortcut.shifted(KeyCode.K, "exchange.keys.retention");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(OPEN, WIDE, COPY_REQUEST, COPY_RESPONSE, COMPARE,
            ExchangeCompareController.UNIFIED,
            TIMELINE, ExchangeTimelineController.ORDER, UNKNOWNS, ARRIVED, NOT_ARRIVED, RETENTION);

    private final ExchangeListViewModel listModel;
    private final ExchangeListController list;
    private final Dialogs dialogs;
    private final ExchangeDetailViewModel detailModel;
    private final ExchangeDetailController detail;
    private final DetailPane<ExchangeRow> pane;
    private final CompareViewModel compareModel;
    private final ExchangeCompareController compare;
    private final Node comparePage;
    private final ExchangeTimelineController timeline;
    private final Node timelinePage;
    private final ExchangeRetentionController retention;
    private final Node retentionPage;

    /** @param scope the client that the whole window is narrowed to; null for all */
    public ExchangeScreen(ExchangeDoors doors, Background background, Dialogs dialogs,
            ObservableValue<@Nullable Choice> scope, ExchangeActs acts) {
        this.dialogs = dialogs;
        var exchanges = doors.exchanges();
        listModel = new ExchangeListViewModel(background, exchanges, scope, Zones.shown());
        detailModel = new ExchangeDetailViewModel(background, doors);
        list = new ExchangeListController(listModel, background);
        detail = new ExchangeDetailController(detailModel, acts,
                new ExchangeDetailController.Steps(this::stepBack, this::turnWide, this::compare,
                        this::timeline, this::settle));
        compareModel = new CompareViewModel(background, exchanges);
        compare = new ExchangeCompareController(compareModel, this::stepBack);
        timeline = new ExchangeTimelineController(new TimelineViewModel(background, exchanges, Zones::shown),
                this::stepBack, this::open);
        retention = new ExchangeRetentionController(new RetentionViewModel(background, doors.retention()), dialogs,
                this::stepBack, this::removed);
        var views = new Views();
        frame.setList(views.load(list));
        pane = new DetailPane<>(frame, listModel.rows(), views.load(detail), background);
        comparePage = views.load(compare);
        timelinePage = views.load(timeline);
        retentionPage = views.load(retention);
        list.onRetention(this::retention);
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
        } else if (COMPARE.match(event) && (onList || marked().size() == 2)
                && !(event.getTarget() instanceof TextInputControl)) {
            compare();
        } else if (onList && TIMELINE.match(event)) {
            timeline();
        } else if (UNKNOWNS.match(event) && !(event.getTarget() instanceof TextInputControl)) {
            list.showUnknown();
        } else if (RETENTION.match(event) && !(event.getTarget() instanceof TextInputControl)) {
            retention();
        } else if (onList && detailModel.unsettled() && (ARRIVED.match(event) || NOT_ARRIVED.match(event))) {
            settle(ARRIVED.match(event));
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

    private Set<UUID> marked() {
        return list.table().marked();
    }

    @Override
    protected List<Act> rowActs() {
        return List.of(Act.of("exchange.compare.act", COMPARE.keys(), this::compare),
                Act.of("exchange.timeline", TIMELINE.keys(), this::timeline));
    }

    /** Only who has looked can say: nothing is settled without being asked. */
    private void settle(boolean arrived) {
        var row = pane.row();
        if (row == null || !detailModel.unsettled()) {
            return;
        }
        var verb = Messages.get(arrived ? "exchange.unknown.arrived" : "exchange.unknown.not-arrived");
        var question = Messages.get("exchange.unknown.ask", Messages.get("exchange.title", ExchangeWords.system(row),
                ExchangeWords.action(row)), verb);
        if (dialogs.confirm(question, Messages.get("exchange.unknown.ask.more", ExchangeWords.system(row)), verb)) {
            detailModel.settle(arrived, listModel::refresh);
        }
    }

    /** Two marked ones, or the one that is chosen and the one before about the same. */
    private void compare() {
        var two = List.copyOf(marked());
        var row = pane.row();
        if (two.size() == 2) {
            compareModel.compare(two.getFirst(), two.getLast());
        } else if (two.isEmpty() && row != null) {
            compareModel.compareWithBefore(row.id(), this::nothingBefore);
        } else {
            list.table().notice(Messages.get("exchange.compare.two"), null);
            return;
        }
        // Two answers beside each other need the room of both.
        pane.hold(comparePage, () -> frame.setWide(false));
        frame.setWide(true);
        frame.applyCss();
        compare.focus();
    }

    private void nothingBefore() {
        if (pane.shows(comparePage)) {
            stepBack();
        }
        list.table().notice(Messages.get("exchange.compare.first"), null);
    }

    /** Of what the exchange that is chosen is about. */
    private void timeline() {
        var row = pane.row();
        var about = row == null ? null : row.externalId();
        if (row == null || about == null || about.isBlank()) {
            list.table().notice(Messages.get("exchange.timeline.nothing"), null);
            return;
        }
        showTimeline(row.system().text(), about);
    }

    private void showTimeline(@Nullable String system, String about) {
        timeline.read(system, about);
        pane.hold(timelinePage, () -> {
        });
        frame.applyCss();
        timeline.focus();
    }

    private void retention() {
        retention.look();
        pane.hold(retentionPage, () -> {
        });
        frame.applyCss();
        retention.focus();
    }

    private void removed(Retention.Removed removed) {
        list.table().notice(Messages.get(
                removed.complete() ? "exchange.retention.removed" : "exchange.retention.stopped", removed.count()),
                null);
        listModel.refresh();
    }

    /** From a timeline to one of its exchanges. */
    private void open(ExchangeRow row) {
        listModel.rows().selected().set(row);
        pane.back();
        pane.open();
        folded();
    }

    /** From a comparison or the whole place to beside the list, and from there to the list alone. */
    private void stepBack() {
        if (pane.shows(comparePage) || pane.shows(timelinePage) || pane.shows(retentionPage)) {
            frame.setWide(false);
            back();
        } else if (frame.isWide()) {
            turnWide();
        } else {
            back();
        }
    }

    /** Shows all exchanges about something, by its system's own id: in the list, and day by day beside it. */
    public void showAbout(String externalId) {
        list.searchFor(externalId);
        showTimeline(null, externalId);
    }

    /** Shows one exchange, wherever it stands in the log. */
    public void show(UUID id) {
        listModel.reveal(id);
    }
}
