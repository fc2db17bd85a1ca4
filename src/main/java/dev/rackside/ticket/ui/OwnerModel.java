package dev.rackside.ticket.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.integration.CustomerMapping;
import dev.rackside.integration.CustomerMapping.Owner;
import dev.rackside.row.Choice;
import dev.rackside.ticket.RemoteTicket;
import dev.rackside.ticket.RemoteTickets;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose a ticket's customer is here: looked up when one is chosen, kept when one is linked. */
final class OwnerModel {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerModel.class);

    private final CustomerMapping customers;
    private final Slot looking;
    private final ReadOnlyObjectWrapper<@Nullable Choice> other = new ReadOnlyObjectWrapper<>();
    private @Nullable Owner owner;
    /** What stands in as client because a ticket's customer is known, or seems, to be it. */
    private @Nullable Choice proposed;

    OwnerModel(Background background, CustomerMapping customers) {
        this.customers = customers;
        looking = background.slot();
    }

    void begin() {
        looking.cancel();
        owner = null;
        proposed = null;
        other.set(null);
    }

    /**
     * Looks whose a ticket is.
     *
     * @param found called when that is known, or known to be unknown
     */
    void look(@Nullable RemoteTicket ticket, Runnable found, Consumer<Problem> failed) {
        owner = null;
        if (ticket == null) {
            looking.cancel();
            found.run();
            return;
        }
        looking.run(() -> customers.ownerOf(RemoteTickets.exchange(ticket.system()), ticket.customerId(),
                ticket.customer()), known -> {
                    owner = known.orElse(null);
                    found.run();
                }, failed);
    }

    /** The client to stand in where a person chose none; null where nobody knows, or the person did choose. */
    @Nullable
    Choice proposal(@Nullable Choice chosen) {
        if (owner == null || (chosen != null && !chosen.equals(proposed))) {
            return null;
        }
        proposed = owner.client();
        return proposed;
    }

    /** A ticket of one client for the work at another is rarely what is meant. */
    void compare(@Nullable Choice chosen) {
        var known = owner;
        var another = known != null && known.sure() && chosen != null && !known.client().id().equals(chosen.id());
        other.set(another && known != null ? known.client() : null);
    }

    /**
     * Whoever links a customer's ticket for a client says whose it is. Not on the screen thread. The link is there
     * already, so what goes wrong here is no reason to fail.
     */
    void keep(RemoteTicket ticket, @Nullable Choice client) {
        var customer = ticket.customerId();
        if (customer != null && client != null) {
            try {
                customers.map(RemoteTickets.exchange(ticket.system()), customer, ticket.customer(), client.id());
            } catch (Problem thrown) {
                LOG.warn("Whose a customer is could not be kept: {}", thrown.getMessage());
            }
        }
    }

    /** Whose the ticket is, where that is another client than the chosen one; null where all is well. */
    ReadOnlyObjectProperty<@Nullable Choice> other() {
        return other.getReadOnlyProperty();
    }
}
