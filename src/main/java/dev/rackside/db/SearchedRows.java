package dev.rackside.db;

import dev.rackside.row.Count;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.QueryTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list in which something is searched for. What a row contains no index tells for sure, so rows are looked at: along
 * the order where the words are common and a page is full soon; all of them, once, where that takes too long. See
 * docs/adr/0012-search.md.
 */
final class SearchedRows<R extends Row> implements Rows<R> {

    /** How long the order is followed before the words count as rare. */
    private static final int PATIENCE_SECONDS = 1;
    /** So many rows of rare words are remembered for the pages to come. */
    private static final int REMEMBERED = 2_000;
    /** A word that its index finds more often is common enough for the order. */
    private static final int GLANCED = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SearchedRows.class);

    private final Listing<R> listing;
    private final Database database;
    private final Condition condition;
    private final Rows<R> patient;
    private final Rows<R> hasty;
    private volatile @Nullable List<UUID> found;

    SearchedRows(Listing<R> listing, Database database, Condition condition) {
        this(listing, database, condition, new ListedRows<>(listing, database, condition, PATIENCE_SECONDS));
    }

    /** @param hasty the same rows, read along the order, with a timeout */
    SearchedRows(Listing<R> listing, Database database, Condition condition, Rows<R> hasty) {
        this.listing = listing;
        this.database = database;
        this.condition = condition;
        this.patient = new ListedRows<>(listing, database, condition, 0);
        this.hasty = hasty;
    }

    @Override
    public Page<R> page(PageRequest request) {
        if (request.position() instanceof Position.Start) {
            found = null;
        }
        var known = found;
        if (known == null) {
            try {
                return hasty.page(request);
            } catch (QueryTimeoutException _) {
                known = all();
            }
        }
        return known.size() > REMEMBERED ? patient.page(request) : among(known).page(request);
    }

    /** The rows that are meant, in no order; one more than are remembered where there are more. */
    private List<UUID> all() {
        var whole = condition.whole();
        var ids = database.read(session -> whole.bind(session
                .createSelectionQuery("select r.id from " + listing.from + whole.where(), UUID.class))
                .setMaxResults(REMEMBERED + 1).getResultList());
        found = ids;
        return ids;
    }

    private Rows<R> among(List<UUID> ids) {
        return new ListedRows<>(listing, database, Among.these(new Condition(), ids), 0);
    }

    @Override
    public long count() {
        return patient.count();
    }

    @Override
    public Count count(long most) {
        var known = found;
        if (known != null && known.size() <= REMEMBERED) {
            return new Count(known.size(), false);
        }
        var whole = condition.whole();
        long counted = database.read(session -> whole.bind(session
                .createSelectionQuery("select 1 from " + listing.from + whole.where(), Integer.class))
                .setMaxResults(Math.toIntExact(most + 1)).getResultList().size());
        return new Count(Math.min(counted, most), counted > most);
    }

    @Override
    public List<R> glance(PageRequest request) {
        var asked = condition.wordsOfIndex();
        if (listing.words.isEmpty() || asked.isEmpty()) {
            return List.of();
        }
        List<String> ids;
        try {
            ids = database.read(session -> session.createNativeQuery(listing.words, String.class)
                    .setParameter("words", asked).setMaxResults(GLANCED).getResultList());
        } catch (PersistenceException e) {
            // An index that isn't there, or that has more to say than it has room for: the page will tell.
            LOG.debug("The index of words gave no answer", e);
            return List.of();
        }
        if (ids.isEmpty() || ids.size() == GLANCED) {
            return List.of();
        }
        var among = Among.these(condition, ids.stream().map(UUID::fromString).toList());
        return new ListedRows<>(listing, database, among, 0).page(request).rows();
    }

    @Override
    public long newerThan(Instant readAt) {
        return patient.newerThan(readAt);
    }
}
