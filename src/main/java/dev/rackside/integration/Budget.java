package dev.rackside.integration;

import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * What all workstations together may ask of a system: the log that they share tells how often they did within the last
 * minute, by the server's clock.
 */
final class Budget {

    /** Syncro allows as many for an address, and offices have one. */
    static final int SYNCRO_A_MINUTE = 180;
    /** Others may count at the same moment: so many calls are left to them. */
    private static final int LEEWAY = 12;
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final String SENT = """
            select count(*), coalesce(sum(created_by <> :who), 0) from external_integrations
            where integration_type = :system and direction = 'outbound'
                and created_at > utc_timestamp(6) - interval 1 minute""";

    private final Database database;
    private final Supplier<String> who;

    Budget(Database database, Supplier<String> who) {
        this.database = database;
        this.who = who;
    }

    /**
     * Waits until there is room for one more call.
     *
     * @throws Problem OUTSIDE_LIMITED where that takes longer than the call's patience
     */
    void await(Call call) {
        if (call.reach().system() != ExchangeSystem.SYNCRO_MSP) {
            return;
        }
        for (var left = call.patience(); !room(call.reach().system()); left = left.minus(LOOK)) {
            if (!left.isPositive()) {
                throw new Problem(ErrorCode.OUTSIDE_LIMITED, call.reach().host(),
                        Messages.get("exchange.limited.later"));
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private boolean room(ExchangeSystem system) {
        return database.read(session -> {
            var sent = session.createNativeQuery(SENT, Object[].class).setParameter("who", who.get())
                    .setParameter("system", Coded.code(system)).getSingleResult();
            var others = ((Number) sent[1]).longValue() > 0;
            return ((Number) sent[0]).longValue() < SYNCRO_A_MINUTE - (others ? LEEWAY : 0);
        });
    }
}
