package dev.rackside.ticket;

import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExternalKind;
import dev.rackside.integration.MappingService;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The door to ticket systems' customers: fetched so that a person can say who each of them is here. */
public final class RemoteCustomers {

    private static final int BATCH = 200;

    private final Database database;
    private final RemoteTickets tickets;

    public RemoteCustomers(Database database, RemoteTickets tickets) {
        this.database = database;
        this.tickets = tickets;
    }

    /**
     * Asks every ticket system in use for its customers, and notes them.
     *
     * @param cancelled asked between two batches; what was noted until then stays, and an interrupt breaks a call off
     * @return how many they told of
     * @throws Problem NO_CREDENTIAL where no system is in use, VAULT_LOCKED, or what the way out throws
     */
    public int fetch(BooleanSupplier cancelled) {
        var connections = tickets.connections();
        if (connections.isEmpty()) {
            throw new Problem(ErrorCode.NO_CREDENTIAL, "Syncro, Autotask, ConnectWise");
        }
        var told = 0;
        for (var connection : connections) {
            var customers = List.copyOf(tickets.customers(connection).entrySet());
            for (var from = 0; from < customers.size() && !cancelled.getAsBoolean(); from += BATCH) {
                var batch = customers.subList(from, Math.min(from + BATCH, customers.size()));
                database.write(session -> {
                    batch.stream().filter(each -> !each.getKey().isBlank())
                            .forEach(each -> MappingService.notice(session,
                                    connection.system(), ExternalKind.CUSTOMER, each.getKey(), each.getValue()));
                    return batch.size();
                });
                told += batch.size();
            }
        }
        return told;
    }
}
