package dev.rackside.integration.ui;

import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.DetailPane;
import dev.rackside.fx.Job;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.ListScreen;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.integration.MappingRow;
import dev.rackside.integration.MappingService.Assigned;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What outside systems' customers and computers are here: the list, and beside it one, or what many probably are. */
public final class MappingScreen extends ListScreen<MappingRow> {

    private static final Shortcut USE = Shortcut.key(KeyCode.U, "mapping.keys.use");
    private static final Shortcut SUGGEST = Shortcut.shifted(KeyCode.U, "mapping.keys.suggest");
    private static final Shortcut FETCH = Shortcut.shifted(KeyCode.F5, "mapping.keys.fetch");

    /** What its keys do, beyond those of every list. */
    public static final List<Shortcut> KEYS = List.of(USE, SUGGEST, FETCH, ListKeys.TAKE_BACK);

    private final MappingDoors doors;
    private final Background background;
    private final MappingModel model;
    private final MappingListController list;
    private final MappingDetailController detail;
    private final DetailPane<MappingRow> pane;
    private final SuggestionPanel suggestions;
    private @Nullable Job<Integer> fetching;
    private List<Assigned> back = List.of();

    public MappingScreen(MappingDoors doors, Background background) {
        this.doors = doors;
        this.background = background;
        model = new MappingModel(background, doors.mappings());
        list = new MappingListController(model, background,
                new MappingListController.Steps(this::fetch, this::suggest));
        detail = new MappingDetailController(model, doors, background,
                new MappingDetailController.Steps(this::back, this::assign));
        suggestions = new SuggestionPanel(this::back, this::take);
        var views = new Views();
        frame.setList(views.load(list));
        pane = new DetailPane<>(frame, model.rows(), views.load(detail), background);
        pane.onShow(row -> {
            detail.folded(frame.folded());
            detail.show(row);
        });
        list.table().onOpen(_ -> {
            detail.folded(frame.folded());
            pane.open();
        });
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        arrange(new Parts<>(model, list.table(), list::focusSearch, pane, null));
    }

    private void pressed(KeyEvent event) {
        var typing = event.getTarget() instanceof TextInputControl;
        if (ListKeys.BACK.match(event) && frame.getDetail() != null) {
            back();
        } else if (FETCH.match(event)) {
            fetch();
        } else if (!typing && SUGGEST.match(event)) {
            suggest();
        } else if (!typing && pane.row() != null && USE.match(event)) {
            detail.useSuggestion();
        } else if (!typing && ListKeys.TAKE_BACK.match(event)) {
            takeBack();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected List<Act> rowActs() {
        var offered = new ArrayList<Act>();
        var row = pane.row();
        if (row != null && row.here() == null && model.suggestions().get().containsKey(row.id())) {
            offered.add(Act.of("mapping.use", USE.keys(), detail::useSuggestion));
        }
        offered.add(Act.of("mapping.fetch", FETCH.keys(), this::fetch));
        return offered;
    }

    private void assign(MappingRow row, @Nullable Choice here) {
        model.assign(row, here, written -> {
            back = List.of(new Assigned(written, row.here()));
            notice(here == null
                    ? Messages.get("mapping.unmapped", MappingWords.name(row))
                    : Messages.get("mapping.mapped", MappingWords.name(row), here.label()));
        });
    }

    private void suggest() {
        var found = model.suggestions().get();
        if (!found.isEmpty()) {
            suggestions.show(found.values());
            pane.leave(() -> pane.hold(suggestions, () -> {
            }));
            suggestions.focus();
        }
    }

    private void take(List<Assigned> wishes) {
        Map<UUID, Assigned> before = wishes.stream()
                .collect(Collectors.toMap(wish -> wish.row().id(), Function.identity()));
        model.assignAll(wishes, written -> {
            back = written.stream()
                    .map(row -> new Assigned(row, Objects.requireNonNull(before.get(row.id())).row().here())).toList();
            back();
            notice(written.size() == wishes.size()
                    ? Messages.get("mapping.took", written.size())
                    : Messages.get("mapping.took.some", written.size(), wishes.size() - written.size()));
        });
    }

    private void notice(String sentence) {
        list.table().notice(sentence,
                new Act(Messages.get("mapping.take-back"), ListKeys.TAKE_BACK.keys(), this::takeBack));
    }

    private void takeBack() {
        var wishes = back;
        if (!wishes.isEmpty()) {
            model.assignAll(wishes, written -> {
                back = List.of();
                list.table().notice(Messages.get("mapping.took-back", written.size()), null);
            });
        }
    }

    /** Asks the ticket systems for their customers; once at a time. */
    private void fetch() {
        if (fetching == null || fetching.state().get() != Job.State.RUNNING) {
            fetching = background.job(Messages.get("mapping.fetch.job"),
                    progress -> doors.fetch().applyAsInt(progress::cancelled), told -> {
                        model.refresh();
                        list.table().notice(Messages.get("mapping.fetched", told), null);
                    });
        }
    }

    /** Shows one mapping, wherever it stands in the list. */
    public void show(UUID id) {
        pane.leave(() -> model.list().reveal(id));
    }

    /** Shows what nobody said anything of yet. */
    public void showOpen() {
        list.showOpen();
    }
}
