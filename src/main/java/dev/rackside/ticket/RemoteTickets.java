package dev.rackside.ticket;

import dev.rackside.credential.Connection;
import dev.rackside.credential.SignIns;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.text.Coded;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to tickets where they live. Every call goes out over the network by a credential in use and stands in the log
 * of exchanges; all of them need the open vault, and none is made on the screen thread.
 */
public final class RemoteTickets {

    private final SignIns signIns;
    private final Map<TicketSystem, TicketGateway> gateways = new EnumMap<>(TicketSystem.class);

    public RemoteTickets(SignIns signIns, List<TicketGateway> gateways) {
        this.signIns = signIns;
        gateways.forEach(gateway -> this.gateways.put(gateway.system(), gateway));
    }

    /** The ways to ticket systems that are in use, by their names; the vault may be locked. */
    public List<Connection> connections() {
        return signIns.of(gateways.keySet().stream().map(RemoteTickets::exchange).collect(Collectors.toSet()));
    }

    /**
     * The way by which a linked ticket is reached: of its system, and where there are several, the one whose host its
     * address names.
     *
     * @param url the ticket's; null where the link has none
     */
    static Optional<Connection> way(List<Connection> connections, TicketSystem system, @Nullable String url) {
        return connections.stream().filter(each -> each.system() == exchange(system))
                .min(Comparator.comparing(each -> url == null || each.host() == null || !url.contains(each.host())));
    }

    /** The way by which a linked ticket is reached; empty where no credential of its system is in use. */
    public Optional<Connection> way(TicketRow row) {
        var system = row.system().known();
        return system == null ? Optional.empty() : way(connections(), system, row.url());
    }

    /** The tickets that a text finds, the newest change first. */
    public List<RemoteTicket> find(Connection connection, TicketQuery query) {
        return signIns.with(connection.id(), signIn -> gateway(connection).find(signIn, query));
    }

    /** Some tickets as they stand now, by their ids; those that are gone aren't among them. */
    Map<String, RemoteTicket> readAll(Connection connection, List<String> ids) {
        return signIns.with(connection.id(), signIn -> gateway(connection).readAll(signIn, ids));
    }

    /** The names of a system's customers by their ids. */
    Map<String, String> customers(Connection connection) {
        return signIns.with(connection.id(), signIn -> gateway(connection).customers(signIn));
    }

    int batch(Connection connection) {
        return gateway(connection).batch();
    }

    /**
     * A note just as it would be sent, for a person to see.
     *
     * @throws InvalidDraft where it breaks a rule
     */
    public PreparedNote prepare(Connection connection, NoteDraft note) {
        InvalidDraft.refuse(note.violations());
        return signIns.with(connection.id(), signIn -> gateway(connection).prepare(signIn, note));
    }

    /**
     * Adds a note to a ticket.
     *
     * @throws Problem OUTSIDE_OUTCOME_UNKNOWN where nobody knows whether it arrived; it is not sent again
     */
    public void add(Connection connection, PreparedNote note) {
        signIns.<Boolean>with(connection.id(), signIn -> {
            gateway(connection).add(signIn, note);
            return true;
        });
    }

    private TicketGateway gateway(Connection connection) {
        for (var each : gateways.entrySet()) {
            if (exchange(each.getKey()) == connection.system()) {
                return each.getValue();
            }
        }
        throw new IllegalArgumentException(connection.system().name());
    }

    /** The ticket system of a connection; null where it is another kind of system. */
    public static @Nullable TicketSystem system(Connection connection) {
        return Coded.of(TicketSystem.class, Coded.code(connection.system())).known();
    }

    /** The system under whose name exchanges with it stand in the log. */
    public static ExchangeSystem exchange(TicketSystem system) {
        return switch (system) {
            case SYNCRO_MSP -> ExchangeSystem.SYNCRO_MSP;
            case AUTOTASK -> ExchangeSystem.AUTOTASK;
            case CONNECTWISE -> ExchangeSystem.CONNECTWISE;
        };
    }
}
