package dev.rackside.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonFilter;
import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.ScheduleService;
import dev.rackside.client.ClientFilter;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestServer;
import dev.rackside.failure.FailureFilter;
import dev.rackside.failure.FailureService;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightService;
import dev.rackside.integration.ExchangeFacet;
import dev.rackside.integration.ExchangeFilter;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.MappingService;
import dev.rackside.plan.PlanService;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.session.SessionFilter;
import dev.rackside.session.SessionService;
import dev.rackside.session.WorkFilter;
import dev.rackside.session.WorkService;
import dev.rackside.tag.TagCatalogue;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketService;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many statements a screen sends when it is opened: few, and as many for two hundred rows as for one. */
class StatementsTest {

    private static TestDatabase test;

    @BeforeAll
    static void fill() throws SQLException {
        test = TestDatabase.migrated("statements",
                List.of(Set.copyOf(Desk.ENTITIES), BackupService.ENTITIES, ExchangeService.ENTITIES,
                        PlanService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void insights() throws SQLException {
        var service = new InsightService(test.database());
        opens(service.list(InsightFilter.ALL), InsightService.DEFAULT_ORDER, 12,
                () -> service.facets(InsightFilter.ALL), service::detail, 8);
        opens(service.list(InsightFilter.ALL.withText("server")), InsightService.DEFAULT_ORDER, 6,
                () -> service.facets(InsightFilter.ALL.withText("server")), service::detail, 8);
    }

    @Test
    void machines() throws SQLException {
        var service = new MachineService(test.database());
        opens(service.list(MachineFilter.ALL), MachineService.DEFAULT_ORDER, 7,
                () -> service.facets(MachineFilter.ALL), service::facts, 4);
    }

    @Test
    void sessions() throws SQLException {
        var service = new SessionService(test.database());
        opens(service.list(SessionFilter.ALL), SessionService.DEFAULT_ORDER, 6,
                () -> service.facets(SessionFilter.ALL), service::load, 1);
    }

    @Test
    void tickets() throws SQLException {
        var service = new TicketService(test.database(), () -> "mara.ellis");
        opens(service.list(TicketFilter.ALL), TicketService.DEFAULT_ORDER, 7,
                () -> service.facets(TicketFilter.ALL), service::load, 1);
    }

    @Test
    void clients() throws SQLException {
        var service = new ClientService(test.database());
        opens(service.list(ClientFilter.ALL), ClientService.DEFAULT_ORDER, 4,
                () -> service.facets(ClientFilter.ALL), service::facts, 2);
    }

    @Test
    void backups() throws SQLException {
        var service = new BackupService(test.database());
        opens(service.list(BackupFilter.ALL), BackupService.DEFAULT_ORDER, 7,
                () -> service.facets(BackupFilter.ALL), service::load, 1);
    }

    @Test
    void tags() throws SQLException {
        var service = new TagCatalogue(test.database());
        opens(service.list(FacetFilter.all()), TagCatalogue.DEFAULT_ORDER, 4,
                () -> service.facets(FacetFilter.all()), service::detail, 3);
    }

    @Test
    void workItems() throws SQLException {
        var service = new WorkService(test.database());
        opens(service.list(WorkFilter.ALL), WorkService.DEFAULT_ORDER, 9, () -> service.facets(WorkFilter.ALL),
                service::detail, 2);
    }

    @Test
    void failurePatterns() throws SQLException {
        var service = new FailureService(test.database());
        opens(service.list(FailureFilter.ALL), FailureService.DEFAULT_ORDER, 7,
                () -> service.facets(FailureFilter.ALL), service::detail, 5);
    }

    @Test
    void exchanges() throws SQLException {
        var service = new ExchangeService(test.database());
        opens(service.list(ExchangeFilter.ALL), ExchangeService.DEFAULT_ORDER, 8,
                () -> service.facets(ExchangeFilter.ALL, EnumSet.allOf(ExchangeFacet.class)), service::detail, 6);
    }

    @Test
    void evidence() throws SQLException {
        var service = new EvidenceService(test.database());
        var insight = UUID.fromString(String.valueOf(test.ask("""
                select insight_id from environmental_examples group by insight_id order by count(*) desc limit 1""")));
        assertThat(sent(() -> page(service.list(insight), EvidenceService.DEFAULT_ORDER, 200))).isEqualTo(1);
        assertThat(sent(() -> service.summary(insight))).isEqualTo(4);
    }

    @Test
    void people() throws SQLException {
        var service = new PeopleService(test.database());
        var row = page(service.list(PersonFilter.ALL), PeopleService.DEFAULT_ORDER, 1).rows().getFirst();
        assertThat(sent(() -> page(service.list(PersonFilter.ALL), PeopleService.DEFAULT_ORDER, 200))).isEqualTo(1);
        assertThat(sent(() -> service.facets(PersonFilter.ALL))).isEqualTo(2);
        assertThat(sent(() -> service.detail(row.id()))).isEqualTo(4);
    }

    @Test
    void schedulesAndCredentials() throws SQLException {
        var schedules = new ScheduleService(test.database());
        assertThat(sent(() -> page(schedules.list(FacetFilter.all()), ScheduleService.DEFAULT_ORDER, 200)))
                .isEqualTo(1);
        assertThat(sent(() -> schedules.facets(FacetFilter.all()))).isEqualTo(4);
        var credentials = new CredentialService(test.database());
        assertThat(sent(() -> page(credentials.list(FacetFilter.all()), CredentialService.DEFAULT_ORDER, 200)))
                .isEqualTo(1);
        assertThat(sent(() -> credentials.facets(FacetFilter.all()))).isEqualTo(6);
    }

    @Test
    void plansAndMappings() throws SQLException {
        var plans = new PlanService(test.database());
        var plan = page(plans.list(FacetFilter.all()), PlanService.DEFAULT_ORDER, 200).rows().getFirst();
        assertThat(sent(() -> page(plans.list(FacetFilter.all()), PlanService.DEFAULT_ORDER, 200))).isEqualTo(1);
        assertThat(sent(() -> plans.facets(FacetFilter.all()))).isEqualTo(3);
        assertThat(sent(() -> plans.detail(plan.id()))).isEqualTo(5);
        assertThat(sent(plans::standing)).isEqualTo(1);
        var mappings = new MappingService(test.database(), () -> "kim");
        assertThat(sent(() -> page(mappings.list(FacetFilter.all()), MappingService.DEFAULT_ORDER, 200))).isEqualTo(1);
        assertThat(sent(() -> mappings.facets(FacetFilter.all()))).isEqualTo(3);
        assertThat(sent(mappings::suggestions)).isEqualTo(4);
    }

    /**
     * @param wholeList page, count and facets together
     * @param ofOne at most what is read of the row that is chosen: one that lacks a machine or a parent reads less
     */
    private static <R extends Row> void opens(Rows<R> rows, Order order, int wholeList, Runnable facets,
            Consumer<UUID> one, int ofOne) throws SQLException {
        assertThat(sent(() -> page(rows, order, 1))).as("a page of one row").isEqualTo(1);
        assertThat(sent(() -> assertThat(page(rows, order, 200).rows()).hasSizeGreaterThan(10)))
                .as("a page of two hundred").isEqualTo(1);
        assertThat(sent(() -> {
            page(rows, order, 200);
            rows.count(10_000);
            facets.run();
        })).as("page, count and facets").isEqualTo(wholeList);
        var most = 0L;
        for (var row : page(rows, order, 12).rows()) {
            most = Math.max(most, sent(() -> one.accept(row.id())));
        }
        assertThat(most).as("one row").isBetween(1L, (long) ofOne);
    }

    private static <R extends Row> Page<R> page(Rows<R> rows, Order order, int size) {
        return rows.page(PageRequest.start(order, size));
    }

    /** How many statements that read or write data the server got. */
    private static long sent(Runnable work) throws SQLException {
        // Once before: what a new connection or a first use asks is none of the screen's business.
        work.run();
        var least = Long.MAX_VALUE;
        // The server counts for all: what others ask it meanwhile is never less than nothing.
        for (var time = 0; time < 3; time++) {
            var before = statements();
            var asking = statements() - before;
            work.run();
            least = Math.min(least, statements() - before - 2 * asking);
        }
        return least;
    }

    private static long statements() throws SQLException {
        try (var connection = TestServer.shared().connectAsRoot();
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select sum(variable_value) from information_schema.global_status
                        where variable_name in ('COM_SELECT', 'COM_INSERT', 'COM_UPDATE', 'COM_DELETE')""")) {
            found.next();
            return found.getLong(1);
        }
    }
}
