package dev.rackside.integration;

import dev.rackside.db.Database;
import dev.rackside.integration.ExchangeList.Reach;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Rows;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The log under one filter. How far a search or a client reaches is looked up when the list is read from its start. */
final class ExchangeRows implements Rows<ExchangeRow> {

    private static final Reach NONE = new Reach(null, null);

    private final Database database;
    private final ExchangeFilter filter;
    private volatile @Nullable Reach known;

    ExchangeRows(Database database, ExchangeFilter filter) {
        this.database = database;
        this.filter = filter;
    }

    @Override
    public Page<ExchangeRow> page(PageRequest request) {
        var reach = request.position() instanceof Position.Start ? reachNow() : reach();
        return ExchangeList.LIST.rows(database, ExchangeList.walked(filter, reach)).page(request);
    }

    @Override
    public long count() {
        return ExchangeList.LIST.rows(database, ExchangeList.counted(filter, reach())).count();
    }

    /** Few rows are that new, so they are walked, and what came meanwhile is among them. */
    @Override
    public long newerThan(Instant readAt) {
        return ExchangeList.LIST.rows(database, ExchangeList.walked(filter, NONE)).newerThan(readAt);
    }

    private Reach reach() {
        var reach = known;
        return reach == null ? reachNow() : reach;
    }

    private Reach reachNow() {
        var reach = database.read(session -> ExchangeList.reach(session, filter));
        known = reach;
        return reach;
    }
}
