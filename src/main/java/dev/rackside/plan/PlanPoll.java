package dev.rackside.plan;

import dev.rackside.credential.Connection;
import dev.rackside.credential.SignIns;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.ExternalKind;
import dev.rackside.integration.InboundLog;
import dev.rackside.integration.MappingService;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/**
 * The door to the system that backs clients' machines up: asks it how each plan's latest run went, and keeps what is
 * new. Two workstations that ask at once keep each run once. No call is made on the screen thread.
 */
public final class PlanPoll {

    /** The system keeps no history, so it is asked about as often as plans run. */
    public static final Duration PERIOD = Duration.ofMinutes(30);

    private static final Set<ExchangeSystem> SYSTEMS = Set.of(ExchangeSystem.MSP_BACKUPS);
    private static final String SYSTEM = Coded.code(ExchangeSystem.MSP_BACKUPS);
    private static final int BATCH = 100;
    private static final String THERE = """
            insert into client_backup_plans (id, integration_type, external_id, created_at, last_seen_at)
            values (:id, :system, :external, :seen, :seen) on duplicate key update external_id = external_id""";

    private final Database database;
    private final SignIns signIns;
    private final Msp360 system;
    private final Supplier<String> who;

    /** @param who the name that stands in the log */
    public PlanPoll(Database database, SignIns signIns, Msp360 system, Supplier<String> who) {
        this.database = database;
        this.signIns = signIns;
        this.system = system;
        this.who = who;
    }

    /**
     * What came of asking.
     *
     * @param plans how many the systems told of
     * @param newRuns how many runs weren't known yet
     * @param counts how the plans stand that they told of
     */
    public record Report(int plans, int newRuns, Map<PlanState, Integer> counts) {

        public int count(PlanState state) {
            return counts.getOrDefault(state, 0);
        }
    }

    /** Whether a system is in use that nobody asked for a while. */
    public boolean isDue() {
        var connections = signIns.of(SYSTEMS);
        return !connections.isEmpty() && database.read(session -> {
            var plans = new BackupPlans_(session);
            var late = Database.serverClock(session).minus(PERIOD);
            return connections.stream().anyMatch(
                    connection -> plans.seen(connection.id()).map(seen -> seen.isBefore(late)).orElse(true));
        });
    }

    /**
     * Asks every system in use. What one told stays kept where the next one fails.
     *
     * @param cancelled asked between two batches; what was kept until then stays
     * @throws Problem NO_CREDENTIAL where none is in use, VAULT_LOCKED, or what the way out throws
     */
    public Report run(BooleanSupplier cancelled) {
        var connections = signIns.of(SYSTEMS);
        if (connections.isEmpty()) {
            throw new Problem(ErrorCode.NO_CREDENTIAL, "MSP360");
        }
        var counts = new TreeMap<PlanState, Integer>();
        var plans = 0;
        var newRuns = 0;
        for (var connection : connections) {
            var seenAt = database.read(Database::serverClock);
            var told = signIns.with(connection.id(), system::plans);
            told.forEach(plan -> counts.merge(PlanState.of(plan, seenAt), 1, Integer::sum));
            plans += told.size();
            newRuns += keep(connection, told, seenAt, cancelled);
        }
        return new Report(plans, newRuns, Map.copyOf(counts));
    }

    private int keep(Connection connection, List<ReportedPlan> told, Instant seenAt, BooleanSupplier cancelled) {
        var newRuns = 0;
        // Always in one order, so that two that do this at once wait for each other and don't lock each other out.
        var ordered = told.stream().sorted((one, other) -> key(one.id()).compareTo(key(other.id()))).toList();
        for (var from = 0; from < ordered.size(); from += BATCH) {
            if (cancelled.getAsBoolean()) {
                return newRuns;
            }
            var batch = ordered.subList(from, Math.min(from + BATCH, ordered.size()));
            newRuns += database.write(session -> keep(session, connection.id(), batch, seenAt));
        }
        database.write(session -> new BackupPlans_(session).gone(connection.id(), seenAt));
        return newRuns;
    }

    private int keep(StatelessSession session, UUID credential, List<ReportedPlan> batch, Instant seenAt) {
        var rows = locked(session, batch, seenAt);
        var newRuns = new ArrayList<ReportedPlan>();
        var plans = new BackupPlans_(session);
        for (var plan : batch) {
            var row = rows.get(key(id(plan)));
            // Somebody asked later and was quicker: what he was told is newer.
            if (row != null && !row.lastSeenAt.isAfter(seenAt)) {
                if (row.take(plan, credential, seenAt)) {
                    newRuns.add(plan);
                }
                plans.update(row);
                notice(session, row);
            }
        }
        newRuns.forEach(plan -> InboundLog.keep(session, ExchangeSystem.MSP_BACKUPS, id(plan), plan.whole(),
                who.get(), seenAt));
        return newRuns.size();
    }

    private static Map<String, BackupPlan> locked(StatelessSession session, List<ReportedPlan> batch, Instant seenAt) {
        var ids = batch.stream().map(PlanPoll::id).toList();
        ids.forEach(id -> session.createNativeMutationQuery(THERE).setParameter("id", Ids.next().toString())
                .setParameter("system", SYSTEM).setParameter("external", id).setParameter("seen", seenAt)
                .executeUpdate());
        return session.createSelectionQuery("from BackupPlan where system = :system and externalId in (:ids)",
                BackupPlan.class).setParameter("system", SYSTEM).setParameterList("ids", ids)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE).getResultList().stream()
                .collect(Collectors.toMap(row -> key(row.externalId), Function.identity()));
    }

    private static String id(ReportedPlan plan) {
        return Objects.requireNonNull(BackupPlan.capped(plan.id(), BackupPlan.LONGEST));
    }

    /** As the database compares ids. */
    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static void notice(StatelessSession session, BackupPlan plan) {
        if (plan.customerKey != null) {
            MappingService.notice(session, ExchangeSystem.MSP_BACKUPS, ExternalKind.CUSTOMER, plan.customerKey,
                    plan.company);
        }
        if (plan.computerKey != null) {
            MappingService.notice(session, ExchangeSystem.MSP_BACKUPS, ExternalKind.COMPUTER, plan.computerKey,
                    plan.computer);
        }
    }
}
