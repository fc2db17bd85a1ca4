package dev.rackside.insight;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.rackside.access.Who;
import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Order;
import dev.rackside.row.Rows;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to the evidence on insights. What is recorded stays: there is no way here to edit or delete it. Every call
 * reads or writes the database, so none is made on the screen thread.
 */
public final class EvidenceService {

    /** The newest observation first. */
    public static final Order DEFAULT_ORDER = Order.byDescending("observed");

    static final String JOINS = "left join Machine m on m.id = r.machineId "
            + "left join WorkSession s on s.id = r.sessionId";
    static final String COLUMNS = "r.id, r.outcome, r.whatWasTried, r.expected, r.observed, r.source, r.recordedBy, "
            + "r.observedAt, m.hostname, r.sessionId, s.title";

    private static final Listing<EvidenceRow> LIST = Listing.of(EvidenceRow.class, "InsightExample r")
            .joins(JOINS)
            .select(COLUMNS)
            .changedAt("r.createdAt")
            .orderedBy("observed", SortColumn.own("r.observedAt", EvidenceRow::observedAt))
            .orderedBy("outcome", SortColumn.own("r.outcome", row -> row.outcome().text()))
            .orderedBy("machine", SortColumn.joined("m.hostname", EvidenceRow::machine))
            .orderedBy("by", SortColumn.own("r.recordedBy", EvidenceRow::recordedBy));

    private final Database database;

    public EvidenceService(Database database) {
        this.database = database;
    }

    /** All that was recorded on an insight. */
    public Rows<EvidenceRow> list(UUID insightId) {
        return LIST.rows(database, new Condition().and("r.insightId = :insightId", "insightId", insightId));
    }

    /** @throws Problem ROW_GONE where the insight was deleted */
    public EvidenceSummary summary(UUID insightId) {
        return database.read(session -> InsightReading.evidence(session, insight(session, insightId),
                Database.serverClock(session)));
    }

    /**
     * What a new observation starts from: now, on the insight's machine.
     *
     * @throws Problem ROW_GONE where the insight was deleted
     */
    public EvidenceStart start(UUID insightId) {
        return database.read(session -> {
            var insight = insight(session, insightId);
            var machine = InsightReading.machine(session, insight);
            return new EvidenceStart(insightId, insight.title, insight.clientId, machine,
                    EvidenceDraft.blank(insight.machineId, Database.serverClock(session)));
        });
    }

    /**
     * Adds an observation in the name of who works here.
     *
     * @return its id
     * @throws InvalidDraft where it breaks a rule, or names a machine or a session of another client
     * @throws Problem ROW_GONE where the insight was deleted
     */
    public UUID record(UUID insightId, EvidenceDraft draft, Who who) {
        var id = Ids.next();
        return database.write(session -> {
            var now = Database.serverClock(session);
            InvalidDraft.refuse(draft.violations(now));
            InvalidDraft.refuse(othersRows(session, insight(session, insightId).clientId, draft));
            new Insights_(session).insert(new InsightExample(id, insightId, draft, who, now));
            return id;
        }, session -> session.get(InsightExample.class, id) != null, id);
    }

    private static Insight insight(StatelessSession session, UUID id) {
        return new Insights_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("insight.this")));
    }

    /** An insight that holds everywhere is borne out anywhere; one of a client only there. */
    private static List<Violation> othersRows(StatelessSession session, @Nullable UUID clientId,
            EvidenceDraft draft) {
        var violations = new ArrayList<Violation>();
        var machine = draft.machineId();
        if (machine != null) {
            check(violations, owners(session, "select m.id, m.clientId from Machine m where m.id = :id", machine),
                    clientId, Violation.of("machineId", "insight.rule.machine-gone"),
                    Violation.of("machineId", "insight.rule.others-machine"));
        }
        var work = draft.sessionId();
        if (work != null) {
            check(violations, owners(session, "select s.id, s.clientId from WorkSession s where s.id = :id", work),
                    clientId, Violation.of("sessionId", "insight.rule.session-gone"),
                    Violation.of("sessionId", "insight.rule.others-session"));
        }
        return violations;
    }

    private static List<Object[]> owners(StatelessSession session, @CompileTimeConstant String hql, UUID id) {
        return session.createSelectionQuery(hql, Object[].class).setParameter("id", id).getResultList();
    }

    private static void check(List<Violation> violations, List<Object[]> found, @Nullable UUID clientId,
            Violation gone, Violation others) {
        if (found.isEmpty()) {
            violations.add(gone);
        } else if (clientId != null && found.getFirst()[1] != null && !clientId.equals(found.getFirst()[1])) {
            violations.add(others);
        }
    }
}
