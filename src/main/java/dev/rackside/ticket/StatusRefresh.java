package dev.rackside.ticket;

import dev.rackside.credential.Connection;
import dev.rackside.db.Database;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Outside;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Looks how linked tickets stand now. What a link says of its ticket is written, nothing else of it: a status that is
 * the same leaves the row's version alone, so that whoever edits it meets no change.
 */
public final class StatusRefresh {

    /** After so long a status is stale. */
    public static final Duration STALE = Duration.ofHours(12);

    /** The most that are looked after at once. */
    public static final int MOST = 5000;

    /** A crowd waits for its turn; nobody looks on. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String STALE_LINKS = """
            select id from ticket_links
            where ticket_id <> '' and coalesce(ticket_state, '') <> 'closed'
                and (status_checked_at is null or status_checked_at < utc_timestamp(6) - interval :hours hour)
            order by status_checked_at, id""";
    private static final String LINKS = """
            select id, integration_type, ticket_id, ticket_number, ticket_subject, ticket_url, ticket_status, ticket_state
            from ticket_links where id in (:ids)""";
    private static final String SAME = """
            update ticket_links set status_checked_at = utc_timestamp(6), linked_at = linked_at,
                created_at = created_at, updated_at = updated_at
            where id = :id""";
    private static final String OTHER = """
            update ticket_links set ticket_status = :status, ticket_state = :state,
                ticket_subject = coalesce(:subject, ticket_subject), status_checked_at = utc_timestamp(6),
                row_version = row_version + 1, updated_at = utc_timestamp(6), linked_at = linked_at,
                created_at = created_at
            where id = :id""";

    private final Database database;
    private final RemoteTickets remote;

    /** Whoever waits for the end. */
    public interface Watch {

        void at(int done, int of);

        /** Whether to stop; what was looked after until then counts. */
        boolean cancelled();
    }

    private record Link(UUID id, TicketSystem system, String ticket, String title, @Nullable String subject,
            @Nullable String url, @Nullable String status, @Nullable String state) {}

    public StatusRefresh(Database database, RemoteTickets remote) {
        this.database = database;
        this.remote = remote;
    }

    /** The links of tickets that aren't closed, as far as is known, and weren't looked after for a while. */
    public List<UUID> stale() {
        return database.read(session -> session.createNativeQuery(STALE_LINKS, String.class)
                .setParameter("hours", STALE.toHours()).setMaxResults(MOST).getResultList().stream()
                .map(UUID::fromString).toList());
    }

    /**
     * Looks after some links. A ticket that is linked more than once is asked for once. An interrupt ends it, also in
     * the midst of a wait.
     *
     * @throws Problem VAULT_LOCKED; what goes wrong with a system ends it early, and is told in the report
     */
    public StatusReport run(List<UUID> ids, Watch watch) {
        var links = links(ids);
        var connections = remote.connections();
        var byWay = new LinkedHashMap<Connection, List<Link>>();
        for (var link : links) {
            RemoteTickets.way(connections, link.system(), link.url())
                    .ifPresent(way -> byWay.computeIfAbsent(way, _ -> new ArrayList<>()).add(link));
        }
        var reachable = byWay.values().stream().mapToInt(List::size).sum();
        var changes = new ArrayList<StatusChange>();
        var done = 0;
        Problem ended = null;
        for (var way : byWay.entrySet()) {
            for (var some : batches(way.getValue(), remote.batch(way.getKey()))) {
                if (watch.cancelled()) {
                    return new StatusReport(done, ids.size() - reachable, changes, ended);
                }
                try {
                    changes.addAll(look(way.getKey(), some));
                    done += some.size();
                    watch.at(done, reachable);
                } catch (CancellationException _) {
                    // Nobody waits for its turn any more; what was looked after until then counts.
                    return new StatusReport(done, ids.size() - reachable, changes, ended);
                } catch (Problem problem) {
                    if (done == 0 && byWay.size() == 1) {
                        throw problem;
                    }
                    ended = problem;
                    break;
                }
            }
        }
        return new StatusReport(done, ids.size() - reachable, changes, ended);
    }

    private List<Link> links(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.read(session -> session.createNativeQuery(LINKS, Object[].class)
                .setParameterList("ids", ids.stream().limit(MOST).map(UUID::toString).toList()).getResultList().stream()
                .map(StatusRefresh::link).filter(Objects::nonNull).toList());
    }

    private static @Nullable Link link(Object[] row) {
        var system = Coded.of(TicketSystem.class, (String) row[1]).known();
        var ticket = (String) row[2];
        if (system == null || ticket == null || ticket.isBlank()) {
            return null;
        }
        var subject = (String) row[4];
        var number = row[3] == null ? ticket : (String) row[3];
        return new Link(UUID.fromString((String) row[0]), system, ticket,
                subject == null ? number : number + "  " + subject, subject, (String) row[5], (String) row[6],
                (String) row[7]);
    }

    /** So many different tickets at once, each with all of its links. */
    private static List<List<Link>> batches(List<Link> links, int most) {
        var byTicket = new LinkedHashMap<String, List<Link>>();
        links.forEach(link -> byTicket.computeIfAbsent(link.ticket(), _ -> new ArrayList<>()).add(link));
        var batches = new ArrayList<List<Link>>();
        var tickets = List.copyOf(byTicket.values());
        for (var from = 0; from < tickets.size(); from += most) {
            batches.add(tickets.subList(from, Math.min(from + most, tickets.size())).stream().flatMap(List::stream)
                    .toList());
        }
        return batches;
    }

    private List<StatusChange> look(Connection connection, List<Link> links) {
        var ids = List.copyOf(new LinkedHashSet<>(links.stream().map(Link::ticket).toList()));
        var found = Outside.patiently(PATIENCE, () -> remote.readAll(connection, ids));
        return database.write(session -> {
            var changes = new ArrayList<StatusChange>();
            links.forEach(link -> keep(session, link, found, changes));
            return changes;
        });
    }

    private static void keep(StatelessSession session, Link link, Map<String, RemoteTicket> found,
            List<StatusChange> changes) {
        var ticket = found.get(link.ticket());
        var gone = Messages.get("ticket.gone");
        var status = ticket == null ? gone : RemoteTicket.cut(ticket.status(), RemoteTicket.LONGEST_STATUS);
        var state = ticket == null ? TicketState.UNKNOWN : ticket.state();
        var subject = ticket == null ? null : RemoteTicket.cut(ticket.subject(), RemoteTicket.LONGEST_SUBJECT);
        if (Objects.equals(status, link.status()) && Coded.code(state).equals(link.state())
                && (subject == null || subject.equals(link.subject()))) {
            session.createNativeMutationQuery(SAME).setParameter("id", link.id().toString()).executeUpdate();
            return;
        }
        session.createNativeMutationQuery(OTHER).setParameter("id", link.id().toString())
                .setParameter("status", status, String.class).setParameter("state", Coded.code(state))
                .setParameter("subject", subject, String.class).executeUpdate();
        var before = Objects.requireNonNullElse(Coded.of(TicketState.class, link.state()).known(),
                TicketState.UNKNOWN);
        var kind = ticket == null ? StatusChange.Kind.GONE : StatusChange.kind(before, state);
        changes.add(Objects.equals(status, link.status())
                ? before == state
                        ? new StatusChange(link.id(), link.title(), kind, link.subject(), subject)
                        : new StatusChange(link.id(), link.title(), kind, word(before), word(state))
                : new StatusChange(link.id(), link.title(), kind, link.status(), status));
    }

    private static String word(TicketState state) {
        return Messages.get("ticket.state." + Coded.code(state));
    }
}
