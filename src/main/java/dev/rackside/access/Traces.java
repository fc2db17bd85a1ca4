package dev.rackside.access;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;

/** Looks where a person's name stands. The columns are other rooms', so their tables are read by name. */
final class Traces {

    private static final List<Column> COLUMNS = List.of(
            new Column("sessions",
                    "select count(*) from (select 1 from sessions where technician = :name limit 1000) t"),
            new Column("ticket_links",
                    "select count(*) from (select 1 from ticket_links where linked_by = :name limit 1000) t"),
            new Column("backup_log",
                    "select count(*) from (select 1 from backup_log where taken_by = :name limit 1000) t"),
            new Column("insight_verifications",
                    "select count(*) from (select 1 from insight_verifications where verified_by = :name limit 1000) t"),
            new Column("environmental_examples",
                    "select count(*) from (select 1 from environmental_examples where recorded_by = :name limit 1000) t"),
            new Column("external_integrations",
                    "select count(*) from (select 1 from external_integrations where created_by = :name limit 1000) t"));

    private record Column(String table, String sql) {}

    private Traces() {
    }

    static List<Trace> of(StatelessSession session, String username) {
        var traces = new ArrayList<Trace>();
        for (var column : COLUMNS) {
            var count = session.createNativeQuery(column.sql(), Long.class).setParameter("name", username)
                    .getSingleResult();
            if (count > 0) {
                traces.add(new Trace(column.table(), count));
            }
        }
        return List.copyOf(traces);
    }
}
