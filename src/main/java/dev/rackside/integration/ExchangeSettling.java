package dev.rackside.integration;

import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;

/**
 * Settles exchanges of which nobody knew the outcome, when a person has looked where they went. It writes no other
 * columns than the end of a call does, so an account that may end its own calls may settle.
 */
public final class ExchangeSettling {

    /** Beside what was answered; where that is no object, or says such a thing itself, around it. */
    private static final String SETTLE = """
            update external_integrations set outcome = :outcome, created_at = created_at, response_data = case
                when coalesce(trim(response_data), '') = '' then json_object('settled', json_object('found', :found,
                    'by', :who, 'at', date_format(utc_timestamp(6), '%Y-%m-%dT%TZ')))
                when not json_valid(response_data) then json_object('answer', response_data, 'settled',
                    json_object('found', :found, 'by', :who, 'at', date_format(utc_timestamp(6), '%Y-%m-%dT%TZ')))
                when json_type(response_data) = 'OBJECT' and not json_exists(response_data, '$.settled')
                    then json_set(response_data, '$.settled', json_object('found', :found, 'by', :who,
                        'at', date_format(utc_timestamp(6), '%Y-%m-%dT%TZ')))
                else json_object('answer', json_compact(response_data), 'settled', json_object('found', :found,
                    'by', :who, 'at', date_format(utc_timestamp(6), '%Y-%m-%dT%TZ'))) end
            where id = :id and outcome = 'unknown'""";

    private final Database database;
    private final Supplier<String> who;

    /** @param who the person that looked */
    public ExchangeSettling(Database database, Supplier<String> who) {
        this.database = database;
        this.who = who;
    }

    /**
     * Says what a person found where an exchange went. Who said it, when and what stands in the answer from then on, and
     * nothing that stood there is lost.
     *
     * @param arrived whether what was sent is there
     * @throws Problem ROW_GONE where it was deleted, EXCHANGE_SETTLED where its outcome is not unknown any more
     */
    public void settle(UUID id, boolean arrived) {
        var outcome = arrived ? ExchangeOutcome.SUCCEEDED : ExchangeOutcome.FAILED;
        database.write(session -> {
            var settled = session.createNativeMutationQuery(SETTLE).setParameter("id", id.toString())
                    .setParameter("outcome", Coded.code(outcome))
                    .setParameter("found", arrived ? "arrived" : "not-arrived").setParameter("who", who.get())
                    .executeUpdate();
            if (settled == 0) {
                refuse(session, id);
            }
            return settled;
        });
    }

    private static void refuse(StatelessSession session, UUID id) {
        var row = new Exchanges_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("exchange.this")));
        var outcome = Coded.of(ExchangeOutcome.class, row.outcome);
        throw new Problem(ErrorCode.EXCHANGE_SETTLED, outcome.known() == null
                ? String.valueOf(outcome.text())
                : Messages.get("exchange.outcome." + Coded.code(outcome.known())));
    }
}
