package dev.rackside.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientService;
import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureServiceTest {

    private static final UUID AGAVE = UUID.fromString("0196f0a0-0000-7000-8000-00000000000a");
    private static final UUID COPPER = UUID.fromString("0196f0a0-0000-7000-8000-00000000000b");
    private static final UUID AGAVE_DC = UUID.fromString("0196f0a0-0000-7000-8000-0000000000a1");

    private static TestDatabase test;
    private static FailureService failures;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("failures",
                List.of(ClientService.ENTITIES, MachineService.ENTITIES, FailureService.ENTITIES));
        failures = new FailureService(test.database());
        test.outside("INSERT INTO clients (id, name, type) VALUES ('" + AGAVE + "', 'Agave', 'project'), ('" + COPPER
                + "', 'Copper', 'project')",
                "INSERT INTO infrastructure (id, client_id, hostname, asset_type) VALUES ('" + AGAVE_DC + "', '" + AGAVE
                        + "', 'AGAVE-DC01', 'domain_controller')");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM environmental_insights", "DELETE FROM failure_patterns");
    }

    @Test
    void patternComesBackAsItWasWritten() {
        var created = failures.create(draft("New-LocalUser", AGAVE, AGAVE_DC, Severity.MAJOR));
        assertThat(failures.load(created.id())).isEqualTo(created);
        assertThat(created.draft().signature()).isEqualTo("New-LocalUser");
        assertThat(created.draft().firstSeen()).isNotNull().isEqualTo(created.draft().lastSeen());
        assertThat(created.draft().lastSeen()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        var detail = failures.detail(created.id());
        assertThat(String.valueOf(detail.client())).isEqualTo("Agave");
        assertThat(String.valueOf(detail.machine())).isEqualTo("AGAVE-DC01");
    }

    @Test
    void firstSeenNeverLiesAfterLastSeen() {
        var before = Instant.parse("2025-03-01T10:00:00Z");
        var created = failures.create(seen(draft("x", null, null, Severity.INFO), 7, null, before));
        assertThat(created.draft().firstSeen()).isEqualTo(before);
        assertThat(created.draft().occurrences()).isEqualTo(7);
    }

    @Test
    void severityOrdersByHowBadItIs() {
        for (var severity : List.of(Severity.INFO, Severity.BLOCKING, Severity.MINOR, Severity.MAJOR)) {
            failures.create(draft(severity.name(), null, null, severity));
        }
        assertThat(signatures(FailureFilter.ALL, Order.byDescending("severity"))).containsExactly("BLOCKING", "MAJOR",
                "MINOR", "INFO");
        var rows = failures.list(FailureFilter.ALL);
        var first = rows.page(PageRequest.start(Order.byDescending("severity"), 2));
        assertThat(first.last()).isNotNull();
        var second = rows.page(new PageRequest(Order.byDescending("severity"),
                new dev.rackside.row.Position.After(java.util.Objects.requireNonNull(first.last())), 2));
        assertThat(second.rows()).extracting(FailureRow::signature).containsExactly("MINOR", "INFO");
    }

    @Test
    void everyColumnOrdersTheList() {
        failures.create(draft("a", AGAVE, AGAVE_DC, Severity.MAJOR));
        failures.create(draft("b", null, null, Severity.MINOR));
        for (var column : List.of("seen", "first", "occurrences", "severity", "signature", "type", "client",
                "machine")) {
            assertThat(signatures(FailureFilter.ALL, Order.by(column))).as(column).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void listIsNarrowedByEveryFacetAndCounted() {
        failures.create(draft("at agave", AGAVE, AGAVE_DC, Severity.BLOCKING));
        failures.create(draft("anywhere", null, null, Severity.MINOR));
        failures.create(inactive(draft("done", COPPER, null, Severity.MINOR)));
        assertThat(found(FailureFacet.CLIENT, AGAVE.toString())).containsExactly("at agave");
        assertThat(found(FailureFacet.CLIENT, FailureFacet.NONE)).containsExactly("anywhere");
        assertThat(found(FailureFacet.MACHINE, AGAVE_DC.toString())).containsExactly("at agave");
        assertThat(found(FailureFacet.SEVERITY, "minor")).containsExactlyInAnyOrder("anywhere", "done");
        assertThat(found(FailureFacet.TYPE, "permission_denied")).hasSize(3);
        assertThat(found(FailureFacet.ACTIVE, FailureFacet.NO)).containsExactly("done");
        assertThat(found(FailureFacet.ACTIVE, FailureFacet.YES)).containsExactlyInAnyOrder("at agave", "anywhere");
        assertThat(signatures(FailureFilter.ALL.withScope(COPPER), FailureService.DEFAULT_ORDER))
                .containsExactly("done");

        var facets = failures.facets(FailureFilter.ALL.with(FailureFacet.SEVERITY, Set.of("minor")));
        assertThat(facets.get(FailureFacet.SEVERITY)).extracting(Facet::value, Facet::count)
                .contains(org.assertj.core.api.Assertions.tuple("minor", 2L),
                        org.assertj.core.api.Assertions.tuple("blocking", 1L));
        assertThat(facets.get(FailureFacet.CLIENT)).extracting(Facet::label).containsExactlyInAnyOrder("", "Copper");
        assertThat(facets.get(FailureFacet.ACTIVE)).hasSize(2);
    }

    @Test
    void searchReadsSignatureErrorCauseAndSolution() {
        var blank = FailureDraft.blank(null);
        failures.create(new FailureDraft(null, null, Coded.of(PatternType.VERSION_MISMATCH), "sig.na(ture",
                "100% full_disk", "cause of it", "restart the spooler", "or wait", blank.severity(), 1, null, null,
                true));
        for (var words : List.of("sig.na(", "100%", "full_disk", "CAUSE", "spooler restart", "wait")) {
            assertThat(signatures(FailureFilter.ALL.withText(words), FailureService.DEFAULT_ORDER)).as(words)
                    .hasSize(1);
        }
        assertThat(signatures(FailureFilter.ALL.withText("nobody"), FailureService.DEFAULT_ORDER)).isEmpty();
    }

    @Test
    void seenAgainCountsAndCanBeTakenBack() {
        var old = Instant.parse("2025-03-01T10:00:00Z");
        var created = failures.create(seen(draft("x", null, null, Severity.MAJOR), 3, old, old));
        var said = failures.seenAgain(created.id());
        var now = failures.load(created.id());
        assertThat(now.draft().occurrences()).isEqualTo(4);
        assertThat(now.draft().lastSeen()).isAfter(Instant.now().minusSeconds(60));
        assertThat(now.draft().firstSeen()).isEqualTo(old);
        assertThat(now.rowVersion()).isEqualTo(created.rowVersion());
        failures.takeBack(said);
        assertThat(failures.load(created.id())).isEqualTo(created);
    }

    @Test
    void takingBackLeavesWhatSomebodyElseSawSince() {
        var created = failures.create(draft("x", null, null, Severity.MAJOR));
        var mine = failures.seenAgain(created.id());
        var theirs = failures.seenAgain(created.id());
        failures.takeBack(mine);
        var now = failures.load(created.id()).draft();
        assertThat(now.occurrences()).isEqualTo(2);
        assertThat(now.lastSeen()).isEqualTo(theirs.at());
    }

    @Test
    void seenAgainDisturbsNoFormThatIsOpen() {
        var loaded = failures.create(draft("x", null, null, Severity.MAJOR));
        failures.seenAgain(loaded.id());
        var saved = failures.save(loaded, draft("y", null, null, Severity.MAJOR, loaded));
        assertThat(saved.draft().signature()).isEqualTo("y");
        assertThat(saved.draft().occurrences()).isEqualTo(2);
        var counted = seen(saved.draft(), 9, saved.draft().firstSeen(), saved.draft().lastSeen());
        failures.seenAgain(loaded.id());
        assertThatThrownBy(() -> failures.save(saved, counted)).isInstanceOf(EditConflict.class);
    }

    @Test
    void secondEditIsAConflict() {
        var loaded = failures.create(draft("x", null, null, Severity.MAJOR));
        test.outside("UPDATE failure_patterns SET root_cause = 'theirs'");
        assertThatThrownBy(() -> failures.save(loaded, draft("y", null, null, Severity.MAJOR, loaded)))
                .asInstanceOf(type(EditConflict.class))
                .satisfies(conflict -> assertThat(((FailureDraft) conflict.current().draft()).rootCause())
                        .isEqualTo("theirs"));
    }

    @Test
    void rulesAreCheckedByTheServiceToo() {
        var seen = Instant.now();
        var bad = new FailureDraft(null, null, Coded.of(PatternType.class, "bad_luck"), "s".repeat(501), null, null,
                null, null, Coded.of(Severity.class, null), -1, seen, seen.minus(Duration.ofDays(1)), true);
        assertThatThrownBy(() -> failures.create(bad)).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations, list(Violation.class)).extracting(Violation::field)
                .containsExactly("signature", "type", "severity", "occurrences", "lastSeen");
        assertThatThrownBy(() -> failures.create(draft("x", COPPER, AGAVE_DC, Severity.INFO)))
                .asInstanceOf(type(InvalidDraft.class)).extracting(InvalidDraft::violations, list(Violation.class))
                .extracting(Violation::key).containsExactly("failure.rule.others-machine");
    }

    @Test
    void oddRowsAreListedCountedAndMendable() {
        test.outside("ALTER TABLE failure_patterns DROP CONSTRAINT ck_failure_patterns_type, "
                + "DROP CONSTRAINT ck_failure_patterns_severity, MODIFY occurrence_count INT NULL, "
                + "MODIFY is_active TINYINT(1) NULL, MODIFY pattern_signature VARCHAR(500) NULL, "
                + "MODIFY last_seen TIMESTAMP(6) NULL, MODIFY first_seen TIMESTAMP(6) NULL");
        var odd = Ids.next();
        test.outside("INSERT INTO failure_patterns (id, pattern_type, pattern_signature, root_cause, "
                + "recommended_solution, severity, occurrence_count, first_seen, last_seen, is_active) VALUES ('" + odd
                + "', 'bad_luck', NULL, '', '', 'Major', NULL, NULL, NULL, NULL)");
        failures.create(draft("x", null, null, Severity.MINOR));
        for (var column : List.of("seen", "first", "occurrences", "severity", "signature", "type")) {
            assertThat(signatures(FailureFilter.ALL, Order.byDescending(column))).as(column).hasSize(2);
        }
        assertThat(failures.facets(FailureFilter.ALL).get(FailureFacet.TYPE)).extracting(Facet::value)
                .contains("bad_luck");
        assertThat(found(FailureFacet.ACTIVE, FailureFacet.NO)).hasSize(1);
        failures.takeBack(failures.seenAgain(odd));
        var loaded = failures.load(odd);
        assertThat(loaded.draft().occurrences()).isZero();
        var mended = failures.save(loaded, draft("now known", null, null, Severity.MAJOR, loaded));
        assertThat(mended.draft().type().known()).isEqualTo(PatternType.PERMISSION_DENIED);
    }

    @Test
    void whatWasLearnedFromItStaysWhenItIsDeleted() {
        var created = failures.create(draft("x", null, null, Severity.MAJOR));
        test.outside("INSERT INTO environmental_insights (id, insight_category, insight_title, insight_description, "
                + "source_pattern_id) VALUES (UUID(), 'permissions', 'Learned', '', '" + created.id() + "')");
        assertThat(failures.detail(created.id()).insights()).hasToString("[Learned]");
        assertThat(failures.detail(created.id()).insightCount()).isEqualTo(1);
        assertThat(failures.dependents(created.id()))
                .containsExactly(new Dependent("environmental_insights", 1, false));
        failures.delete(created.id());
        assertThat(failures.row(created.id())).isEmpty();
        assertThatThrownBy(() -> failures.seenAgain(created.id())).asInstanceOf(type(Problem.class))
                .extracting(Problem::code).isEqualTo(ErrorCode.ROW_GONE);
    }

    private static List<@Nullable String> found(FailureFacet facet, String value) {
        return signatures(FailureFilter.ALL.with(facet, Set.of(value)), FailureService.DEFAULT_ORDER);
    }

    private static List<@Nullable String> signatures(FailureFilter filter, Order order) {
        return failures.list(filter).page(PageRequest.start(order, 100)).rows().stream()
                .<@Nullable String>map(FailureRow::signature).toList();
    }

    private static FailureDraft draft(String signature, @Nullable UUID client, @Nullable UUID machine,
            Severity severity) {
        return new FailureDraft(client, machine, Coded.of(PatternType.PERMISSION_DENIED), signature, null, "cause",
                "solution", null, Coded.of(severity), 1, null, null, true);
    }

    private static FailureDraft draft(String signature, @Nullable UUID client, @Nullable UUID machine,
            Severity severity, Versioned<FailureDraft> loaded) {
        var seen = loaded.draft();
        return seen(draft(signature, client, machine, severity),
                seen.occurrences() == null ? 1 : seen.occurrences(), seen.firstSeen(), seen.lastSeen());
    }

    private static FailureDraft seen(FailureDraft draft, int occurrences, @Nullable Instant first,
            @Nullable Instant last) {
        return new FailureDraft(draft.clientId(), draft.machineId(), draft.type(), draft.signature(),
                draft.errorPattern(), draft.rootCause(), draft.solution(), draft.alternatives(), draft.severity(),
                occurrences, first, last, draft.active());
    }

    private static FailureDraft inactive(FailureDraft draft) {
        return new FailureDraft(draft.clientId(), draft.machineId(), draft.type(), draft.signature(),
                draft.errorPattern(), draft.rootCause(), draft.solution(), draft.alternatives(), draft.severity(), 1,
                null, null, false);
    }
}
