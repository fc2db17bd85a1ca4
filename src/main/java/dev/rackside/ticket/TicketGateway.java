package dev.rackside.ticket;

import dev.rackside.credential.SignIn;
import dev.rackside.credential.Tester;
import dev.rackside.fault.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One vendor's ticket system. Every call goes out through {@code integration.Outside} and stands in its log; all of them
 * throw a {@link Problem} for what is wrong on the way, or what the system says no to. None is made on the screen thread.
 */
public interface TicketGateway extends Tester {

    /** At most so many are found by words. */
    int MOST_FOUND = 50;

    /** So many customers are read at most. */
    int MOST_CUSTOMERS = 10_000;

    TicketSystem system();

    /** The tickets that a text finds, the newest change first, at most {@link #MOST_FOUND}. */
    List<RemoteTicket> find(SignIn signIn, TicketQuery query);

    /** A ticket as it stands now; empty where it is gone. */
    Optional<RemoteTicket> read(SignIn signIn, String id);

    /** The names of the account's customers by their ids; of very many the first {@link #MOST_CUSTOMERS}. */
    Map<String, String> customers(SignIn signIn);

    /** How many tickets are read by one call, where many are. */
    default int batch() {
        return 1;
    }

    /** Tickets as they stand now, at most {@link #batch()}, by their ids; those that are gone aren't among them. */
    default Map<String, RemoteTicket> readAll(SignIn signIn, List<String> ids) {
        var found = new HashMap<String, RemoteTicket>();
        ids.forEach(id -> read(signIn, id).ifPresent(ticket -> found.put(id, ticket)));
        return found;
    }

    /** A note put together just as it would be sent; nothing is sent, though labels may be read. */
    PreparedNote prepare(SignIn signIn, NoteDraft note);

    /**
     * Adds a note to a ticket.
     *
     * @throws Problem OUTSIDE_OUTCOME_UNKNOWN where nobody knows whether it arrived; it is not sent again
     */
    void add(SignIn signIn, PreparedNote note);
}
