package dev.rackside.plan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Finding;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.TestDatabase;
import dev.rackside.demo.Msp360Stub;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.MappingRow;
import dev.rackside.integration.MappingService;
import dev.rackside.integration.MappingService.Assigned;
import dev.rackside.integration.Outside;
import dev.rackside.integration.Suggestion;
import dev.rackside.row.Choice;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.PageRequest;
import dev.rackside.session.SessionService;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients' backups are asked for at a system that answers as MSP360's does. */
class PlanPollTest {

    private static final UUID BRIGHTWATER = UUID.randomUUID();
    private static final UUID DC01 = UUID.randomUUID();
    private static final Map<String, String> COMPANIES = Map.of("c-1", "Brightwater Legal", "c-2", "Calder Valley");

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;
    private static final Msp360Stub STUB = new Msp360Stub(0);
    private static PlanPoll poll;
    private static PlanService plans;
    private static MappingService mappings;
    private static UUID credential;

    @BeforeAll
    static void start(@TempDir Path folder) {
        test = TestDatabase.migrated("plans",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES,
                        ClientService.ENTITIES, MachineService.ENTITIES, SessionService.ENTITIES,
                        PlanService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
        STUB.start();
        credential = credentials.put(ExchangeSystem.MSP_BACKUPS, Msp360Stub.LOGIN, STUB.base().toString(),
                "{\"ownNetwork\": true}", Map.of(Place.PASSWORD, Msp360Stub.PASSWORD));
        poll = new PlanPoll(test.database(), credentials.signIns(), new Msp360(outside), () -> "kim");
        plans = new PlanService(test.database());
        mappings = new MappingService(test.database(), () -> "kim");
        test.outside("insert into clients (id, name, type) values ('" + BRIGHTWATER
                + "', 'Brightwater Legal LLP', 'msp_client')");
        test.outside("insert into infrastructure (id, client_id, hostname, asset_type) values ('" + DC01 + "', '"
                + BRIGHTWATER + "', 'DC01', 'physical_server')");
    }

    @AfterAll
    static void stop() {
        STUB.close();
        outside.close();
        credentials.close();
        test.close();
    }

    @BeforeEach
    void again() {
        STUB.start();
        test.outside("delete from external_integrations");
        test.outside("delete from client_backup_plans");
        test.outside("delete from integration_mappings");
    }

    private static Map<String, Object> plan(String id, Object status, Instant last) {
        var row = new LinkedHashMap<String, Object>();
        row.put("PlanId", id);
        row.put("PlanName", "Image of DC01");
        row.put("CompanyName", "Brightwater Legal");
        row.put("ComputerName", "dc01.brightwater.local");
        row.put("PlanType", 5);
        row.put("Status", status);
        row.put("LastStart", last.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        row.put("NextStart", last.plus(1, ChronoUnit.DAYS).toString());
        row.put("DataCopied", 12_345_678_901L);
        row.put("Duration", "00:14:02");
        row.put("DetailedReportLink", "https://mspbackups.example/report?token=geheim0815");
        return row;
    }

    private static PlanPoll.Report poll() {
        return poll.run(() -> false);
    }

    private static List<PlanRow> rows(FacetFilter<PlanFacet> filter) {
        return plans.list(filter).page(PageRequest.start(PlanService.DEFAULT_ORDER, 100)).rows();
    }

    private static PlanRow only() {
        return rows(FacetFilter.all()).getFirst();
    }

    private static String inbound() {
        return String.valueOf(test.ask("select count(*) from external_integrations where direction = 'inbound'"));
    }

    @Test
    void everyNewRunIsKeptOnceWithWhatWasTold() {
        var first = Instant.now().minus(3, ChronoUnit.HOURS);
        STUB.tell(List.of(plan("p-1", 2, first), plan("p-2", "Success", first)), COMPANIES);
        assertThat(poll()).satisfies(report -> {
            assertThat(report.plans()).isEqualTo(2);
            assertThat(report.newRuns()).isEqualTo(2);
            assertThat(report.count(PlanState.FAILED)).isEqualTo(1);
        });
        assertThat(poll().newRuns()).as("the same runs").isZero();
        STUB.tell(List.of(plan("p-1", "Success", first.plus(1, ChronoUnit.HOURS)), plan("p-2", "Success", first)),
                COMPANIES);
        assertThat(poll().newRuns()).isEqualTo(1);

        assertThat(inbound()).isEqualTo("3");
        var detail = plans.detail(UUID.fromString(String.valueOf(
                test.ask("select id from client_backup_plans where external_id = 'p-1'"))));
        assertThat(detail.runs()).extracting(PlanRun::state).containsExactly(PlanState.SUCCEEDED, PlanState.FAILED);
        assertThat(detail.runs().getFirst().dataCopied()).isEqualTo(12_345_678_901L);
        assertThat(detail.row().type()).isEqualTo("VMBackup");
    }

    @Test
    void aRunThatStillGoesIsNoHistory() {
        STUB.tell(List.of(plan("p-1", "Running", Instant.now())), COMPANIES);

        assertThat(poll().newRuns()).isZero();
        assertThat(only().state().known()).isEqualTo(PlanState.RUNNING);
    }

    @Test
    void noSecretOfTheirsIsKept() {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        poll();

        assertThat(
                test.ask("select group_concat(concat_ws(' ', request_data, response_data)) from external_integrations"))
                .contains("Image of DC01").doesNotContain("geheim0815").doesNotContain(Msp360Stub.PASSWORD)
                .doesNotContain(Msp360Stub.TOKEN);
    }

    @Test
    void whatIsWrongComesFirst() {
        var now = Instant.now();
        var late = plan("late", "Success", now.minus(3, ChronoUnit.DAYS));
        var never = plan("never", "Unknown", now);
        never.put("LastStart", "0001-01-01T00:00:00");
        STUB.tell(List.of(plan("good", "Success", now), late, never, plan("bad", "UnexpectedlyClosed", now),
                plan("meagre", "Warning", now)), COMPANIES);
        poll();

        assertThat(rows(FacetFilter.all())).extracting(row -> row.state().known()).containsExactly(PlanState.FAILED,
                PlanState.OVERDUE, PlanState.NEVER_RAN, PlanState.WARNING, PlanState.SUCCEEDED);
        assertThat(rows(FacetFilter.<PlanFacet>all().with(PlanFacet.STATE, Set.of("overdue", "never_ran")))).hasSize(2);
    }

    @Test
    void whatIsToldOfNoMoreIsSaidToBeGoneAndKept() {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now()), plan("p-2", "Success", Instant.now())), COMPANIES);
        poll();
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        poll();

        assertThat(test.ask("select run_state from client_backup_plans where external_id = 'p-2'")).isEqualTo("gone");
    }

    @Test
    void twoWorkstationsKeepEachRunOnce() throws Exception {
        var rows = new ArrayList<Map<String, Object>>();
        for (var at = 0; at < 250; at++) {
            rows.add(plan("p-" + at, "Success", Instant.now()));
        }
        STUB.tell(rows, COMPANIES);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> one = () -> poll().newRuns();
            var sum = 0;
            for (var done : threads.invokeAll(List.of(one, one))) {
                sum += done.get();
            }
            assertThat(sum).isEqualTo(250);
        }
        assertThat(inbound()).isEqualTo("250");
    }

    @Test
    void companiesAndComputersAreSuggestedAndMappedByTheirIds() {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        poll();
        var suggestions = mappings.suggestions();
        assertThat(suggestions.values()).extracting(suggestion -> suggestion.here().id(), Suggestion::reason)
                .containsExactly(tuple(BRIGHTWATER, Suggestion.Reason.NAME),
                        tuple(DC01, Suggestion.Reason.HOSTNAME));

        mappings.assignAll(suggestions.values().stream()
                .map(suggestion -> new Assigned(suggestion.row(), suggestion.here())).toList());
        var row = only();
        assertThat(row.clientId()).isEqualTo(BRIGHTWATER);
        assertThat(row.machineId()).isEqualTo(DC01);
        assertThat(rows(FacetFilter.<PlanFacet>all().with(PlanFacet.CLIENT, Set.of(BRIGHTWATER.toString()))))
                .hasSize(1);
        assertThat(rows(FacetFilter.<PlanFacet>all().with(PlanFacet.CLIENT, Set.of("")))).isEmpty();

        var renamed = plan("p-1", "Success", Instant.now());
        renamed.put("CompanyName", "BWL Solicitors");
        STUB.tell(List.of(renamed), Map.of("c-1", "BWL Solicitors"));
        poll();
        assertThat(only().clientId()).as("a rename breaks nothing").isEqualTo(BRIGHTWATER);
        assertThat(only().machineId()).isEqualTo(DC01);
    }

    @Test
    void withoutTheRightToReadCompaniesWhatWasMappedStays() {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        poll();
        mappings.assign(new Assigned(customer(), new Choice(BRIGHTWATER, "Brightwater Legal LLP")));
        STUB.server().stubFor(get(urlEqualTo("/api/Companies")).atPriority(1)
                .willReturn(aResponse().withStatus(403).withBody("{\"Message\": \"Forbidden\"}")));
        poll();

        assertThat(only().clientId()).isEqualTo(BRIGHTWATER);
    }

    private static MappingRow customer() {
        return mappings.list(FacetFilter.all()).page(PageRequest.start(MappingService.DEFAULT_ORDER, 10)).rows()
                .stream()
                .filter(row -> !row.isComputer()).findFirst().orElseThrow();
    }

    @Test
    void whoSaysSomethingOfAnOldRowIsTold() {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        poll();
        var row = customer();
        var brightwater = new Choice(BRIGHTWATER, "Brightwater Legal LLP");
        mappings.assign(new Assigned(row, brightwater));

        assertThatThrownBy(() -> mappings.assign(new Assigned(row, null)))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.EDIT_CONFLICT));
        assertThat(customer().clientId()).isEqualTo(BRIGHTWATER);
    }

    @ParameterizedTest
    @CsvSource({"200, '{\"Message\": \"Something else\"}', OUTSIDE_REFUSED", "200, 'null', OUTSIDE_REFUSED",
            "403, '{\"Message\": \"No\"}', OUTSIDE_FORBIDDEN", "200, '<html>', OUTSIDE_NOT_JSON"})
    void anOddAnswerChangesNothing(int status, String body, ErrorCode code) {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        poll();
        STUB.server().stubFor(get(urlEqualTo("/api/Monitoring")).atPriority(1).willReturn(answer(status, body)));

        assertThatThrownBy(PlanPollTest::poll).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(code));
        assertThat(only().state().known()).isEqualTo(PlanState.SUCCEEDED);
    }

    private static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body);
    }

    @Test
    void theConnectionTestSaysWhatIsPermitted() {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        var tests = new ConnectionTests(test.database(), credentials.signIns(),
                Map.of(ExchangeSystem.MSP_BACKUPS, new Msp360(outside)));

        assertThat(tests.run(credential)).extracting(Finding::name, Finding::result).containsExactly(
                tuple("sign in", Finding.Result.PASSED),
                tuple("read backup plans", Finding.Result.PASSED),
                tuple("read companies", Finding.Result.PASSED));
        var wrong = credentials.put(ExchangeSystem.MSP_BACKUPS, "nobody", STUB.base().toString(),
                "{\"ownNetwork\": true}", Map.of(Place.PASSWORD, "wrong"));
        assertThat(tests.run(wrong)).extracting(Finding::result).containsExactly(Finding.Result.REFUSED,
                Finding.Result.NOT_TESTED, Finding.Result.NOT_TESTED);
        test.outside("delete from integration_credentials where id = '" + wrong + "'");
    }

    @Test
    void itIsAskedAgainAfterHalfAnHour() {
        STUB.tell(List.of(plan("p-1", "Success", Instant.now())), COMPANIES);
        assertThat(poll.isDue()).isTrue();
        poll();
        assertThat(poll.isDue()).isFalse();
        test.outside("update client_backup_plans set last_seen_at = utc_timestamp(6) - interval 31 minute");
        assertThat(poll.isDue()).isTrue();
    }
}
