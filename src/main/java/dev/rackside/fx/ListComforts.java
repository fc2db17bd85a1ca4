package dev.rackside.fx;

import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Row;
import dev.rackside.text.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person can do with one list beside reading it, whatever its rows are: the work behind {@link ListMenu}. */
final class ListComforts<R extends Row> {

    /** As many as an act on many is good for; a filter is the way to more. */
    static final int MOST_MARKED = 1_000;

    private final PagedTable<R> table;
    private final HeaderOrder<R> order;
    private final NarrowedBy narrowedBy;
    private final SavedFilters saved = new SavedFilters();
    private final Once<ColumnChooser<R>> chooser;
    private final Once<FilterPopup> filters;
    private @Nullable Comforts comforts;
    private @Nullable Slot marking;
    private String list = "";
    private boolean restoring;

    ListComforts(PagedTable<R> table, NarrowedBy narrowedBy) {
        this.table = table;
        order = Objects.requireNonNull(table.headerOrder(), "the table has no rows yet");
        this.narrowedBy = narrowedBy;
        chooser = new Once<>(() -> new ColumnChooser<>(table.columns, table.view()));
        filters = new Once<>(() -> new FilterPopup(saved, narrowedBy::now, narrowedBy::apply));
    }

    /** From now on the list is as the person left it, and is remembered. */
    void remember(Comforts with, String name) {
        comforts = with;
        list = name;
        marking = with.background().slot();
        restore(with.memory().of(name));
        table.columns.onChange(this::keep);
        narrowedBy.onChange(this::keep);
        saved.all().addListener((javafx.collections.ListChangeListener<ListState.Named>) _ -> keep());
        order.onChange(this::keep);
        table.onMarkAll(this::markAll);
    }

    private void restore(ListState state) {
        restoring = true;
        try {
            if (!state.columns().isEmpty()) {
                table.columns.restore(state.columns());
            }
            order.choose(state.sort());
            saved.restore(state.saved());
            narrowedBy.apply(state.filter());
        } finally {
            restoring = false;
        }
    }

    private void keep() {
        var with = comforts;
        if (with != null && !restoring) {
            var columns = table.columns.untouched() ? List.<ListState.Shown>of() : table.columns.state();
            with.memory().keep(with.background(), list,
                    new ListState(columns, order.chosen(), narrowedBy.now(), saved.all()));
        }
    }

    ColumnChooser<R> chooser() {
        return chooser.get();
    }

    FilterPopup filters() {
        return filters.get();
    }

    /** The named filters, as commands. */
    List<Act> savedActs() {
        return saved.all().stream().map(filter -> new Act(Messages.get("fx.filters.act", filter.name()), null,
                () -> narrowedBy.apply(filter.filter()))).toList();
    }

    /** Everything that the filter lets through, in the list's order: the columns that the person wants. */
    void export() {
        var rows = table.rows();
        var source = rows == null ? null : rows.source;
        var with = comforts;
        if (with == null || rows == null || source == null) {
            return;
        }
        var by = rows.order().get();
        var columns = table.columns.wanted();
        with.dialogs()
                .saveAs(Messages.get("fx.export.title"), list + "-" + LocalDate.now(Zones.shown()) + ".csv")
                .ifPresent(target -> with.background().job(Messages.get("fx.export.job", target.getFileName()),
                        progress -> CsvExport.write(source, by, columns, target, progress),
                        written -> table.notice(Messages.get("fx.export.done", written, target), null)));
    }

    /** Marks what the filter lets through, also what isn't loaded; of very many the first. */
    private void markAll() {
        var rows = table.rows();
        var source = rows == null ? null : rows.source;
        if (marking == null || rows == null || source == null) {
            return;
        }
        var by = rows.order().get();
        marking.run(() -> source.page(PageRequest.start(by, MOST_MARKED)), this::mark);
    }

    private void mark(Page<R> page) {
        page.rows().forEach(table.marks::add);
        var rows = table.rows();
        var count = rows == null ? 0 : rows.count().get();
        if (count > page.rows().size()) {
            table.notice(Messages.get("fx.table.marked-first", page.rows().size(), count), null);
        }
    }
}
