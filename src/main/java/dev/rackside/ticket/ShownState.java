package dev.rackside.ticket;

/**
 * The state that a ticket link is shown, counted and found by: the row's own, or, where that is missing or unknown,
 * what the vendor's words say. Nothing is written.
 */
final class ShownState {

    /** HQL over the alias {@code r}. */
    static final String HQL = """
            case when r.ticketState is not null and lower(r.ticketState) not in ('', 'unknown') then r.ticketState \
            when lower(r.ticketStatus) like 'waiting%' or lower(r.ticketStatus) like 'awaiting%' \
            or lower(r.ticketStatus) like 'on hold%' or lower(r.ticketStatus) like 'pending%' then 'waiting' \
            when lower(r.ticketStatus) like 'closed%' or lower(r.ticketStatus) like '>closed%' \
            or lower(r.ticketStatus) like 'resolved%' or lower(r.ticketStatus) like 'complete%' \
            or lower(r.ticketStatus) like 'invoiced%' or lower(r.ticketStatus) like 'cancel%' then 'closed' \
            when lower(r.ticketStatus) like 'new%' or lower(r.ticketStatus) like 'in progress%' \
            or lower(r.ticketStatus) like 'open%' or lower(r.ticketStatus) like 're-open%' \
            or lower(r.ticketStatus) like 'reopen%' or lower(r.ticketStatus) like 'assigned%' \
            or lower(r.ticketStatus) like 'scheduled%' or lower(r.ticketStatus) like 'customer repl%' then 'open' \
            else 'unknown' end""";

    private ShownState() {
    }
}
