package dev.rackside.integration;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.fault.Problem;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door to the log of exchanges with outside systems. It is read here, never written: rows come from whatever talks
 * to those systems. Every call reads the database, so none is made on the screen thread.
 */
public final class ExchangeService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(Exchange.class, Mapping.class);

    /** The list's order: the newest first. */
    public static final Order DEFAULT_ORDER = Order.byDescending("created");

    private final Database database;

    public ExchangeService(Database database) {
        this.database = database;
    }

    /** The log under a filter. */
    public Rows<ExchangeRow> list(ExchangeFilter filter) {
        return new ExchangeRows(database, filter);
    }

    /** One exchange as the list shows it; empty where it is gone. */
    public Optional<ExchangeRow> row(UUID id) {
        return ExchangeList.LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /**
     * By what the log can be narrowed and how many rows that leaves: each facet under what the filter has of the others.
     * Labels are names, or the codes themselves; a label is empty where a row has no such value.
     *
     * @param wanted those to be counted; {@link ExchangeFacet#CLIENT} takes longest by far
     */
    public Map<ExchangeFacet, List<Facet>> facets(ExchangeFilter filter, Set<ExchangeFacet> wanted) {
        return database.read(session -> ExchangeList.facets(session, filter, wanted));
    }

    /**
     * One exchange with what was sent and answered, secrets masked.
     *
     * @throws Problem ROW_GONE where it was deleted
     */
    public ExchangeDetail detail(UUID id) {
        var read = database.read(session -> ExchangeReading.read(session, id));
        return read.shown();
    }
}
