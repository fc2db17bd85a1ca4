package dev.rackside.integration;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.fault.Problem;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.text.Coded;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * What is different between two exchanges, whichever is given first: the older one is what was before.
     *
     * @throws Problem ROW_GONE where one was deleted
     */
    public ExchangeDifference compare(UUID one, UUID other) {
        var both = database.read(session -> Stream.of(one, other).map(id -> ExchangeReading.read(session, id))
                .sorted(Comparator.comparing((ExchangeReading.Read read) -> read.row().createdAt(),
                        Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(read -> read.row().id()))
                .toList());
        var before = both.getFirst();
        var after = both.getLast();
        return new ExchangeDifference(before.row(), after.row(),
                Differences.of(before.request().sorted(), after.request().sorted()),
                Differences.of(before.response().sorted(), after.response().sorted()));
    }

    /**
     * The exchange before this one about the same ticket or whatever the system's id names: the last that did the same,
     * else the last of any kind; empty where this one is about nothing, or the first.
     */
    public Optional<UUID> before(UUID id) {
        return database.read(session -> ExchangeReading.before(session, id));
    }

    /**
     * What was exchanged about one thing, the newest first and at most {@link ExchangeTimeline#MOST} of it.
     *
     * @param system whose id it is, as it stands in the rows; null for any, for another's ids may be the same
     */
    public ExchangeTimeline timeline(@Nullable String system, String externalId) {
        var page = ExchangeList.LIST.rows(database, new Condition().and("r.externalId = :about", "about", externalId)
                .and("r.system = :system", "system", system))
                .page(PageRequest.start(DEFAULT_ORDER, ExchangeTimeline.MOST + 1));
        var rows = page.rows();
        return new ExchangeTimeline(externalId, rows.subList(0, Math.min(rows.size(), ExchangeTimeline.MOST)),
                rows.size() > ExchangeTimeline.MOST, page.readAt());
    }

    /** How many exchanges there are of which nobody knows the outcome; of one client, or null for all. */
    public long unknown(@Nullable UUID client) {
        return list(ExchangeFilter.ALL.withScope(client).with(ExchangeFacet.OUTCOME,
                Set.of(Coded.code(ExchangeOutcome.UNKNOWN)))).count();
    }
}
