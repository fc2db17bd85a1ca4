package dev.rackside.insight;

import static dev.rackside.insight.InsightRows.AGAVE;
import static dev.rackside.insight.InsightRows.AGAVE_APP;
import static dev.rackside.insight.InsightRows.COPPER;
import static dev.rackside.insight.InsightRows.COPPER_DC;
import static dev.rackside.insight.InsightRows.MARA;
import static dev.rackside.insight.InsightRows.NOBODYS;
import static dev.rackside.insight.InsightRows.draft;
import static dev.rackside.insight.InsightRows.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EvidenceServiceTest {

    private static final UUID AGAVES_SESSION = id(41);
    private static final UUID COPPERS_SESSION = id(42);

    private static TestDatabase test;
    private static InsightService insights;
    private static EvidenceService evidence;

    @BeforeAll
    static void open() {
        test = InsightRows.database("evidence");
        insights = new InsightService(test.database());
        evidence = new EvidenceService(test.database());
        test.outside("""
                INSERT INTO sessions (id, client_id, session_title, session_date, status) VALUES
                ('%s', '%s', 'Patch day', '2026-11-01', 'completed'),
                ('%s', '%s', 'New firewall', '2026-11-02', 'completed')"""
                .formatted(AGAVES_SESSION, AGAVE.id(), COPPERS_SESSION, COPPER.id()));
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void whatIsRecordedStandsAsItWasSaid() {
        var insight = insights.create(draft(AGAVE, AGAVE_APP, "recorded"), MARA);
        var start = evidence.start(insight.id());
        assertThat(start.machine()).isEqualTo(AGAVE_APP);
        assertThat(start.clientId()).isEqualTo(AGAVE.id());
        assertThat(start.draft().violations(Instant.now())).extracting(Violation::field)
                .containsExactly("outcome", "whatWasTried");

        var at = Instant.parse("2026-11-20T08:15:00.123456Z");
        var recorded = evidence.record(insight.id(), new EvidenceDraft(Coded.of(Outcome.HELD), "net user \uD83D\uDE42",
                "a list", null, AGAVE_APP.id(), AGAVES_SESSION, at), MARA);

        assertThat(all(insight.id())).singleElement().isEqualTo(new EvidenceRow(recorded, Coded.of(Outcome.HELD),
                "net user \uD83D\uDE42", "a list", null, "technician", "mara.ellis", at, "AGAVE-APP09", AGAVES_SESSION,
                "Patch day"));
        assertThat(insights.load(insight.id())).as("a form that is open isn't disturbed").isEqualTo(insight);
        assertThat(insights.detail(insight.id()).evidence()).isEqualTo(all(insight.id()));
    }

    @Test
    void aContradictionAfterTheLastHoldDisputesAndAHoldAfterItSettles() {
        var insight = insights.create(draft(COPPER, null, "disputed"), MARA).id();
        var now = Objects.requireNonNull(evidence.start(insight).draft().observedAt());
        record(insight, Outcome.HELD, now.minus(Duration.ofDays(3)));
        assertThat(evidence.summary(insight).supported().disputed()).isFalse();
        record(insight, Outcome.CONTRADICTED, now.minus(Duration.ofDays(1)));
        assertThat(evidence.summary(insight).supported().disputed()).isTrue();
        record(insight, Outcome.INCONCLUSIVE, now.minus(Duration.ofHours(2)));
        assertThat(evidence.summary(insight).supported().disputed()).isTrue();
        record(insight, Outcome.HELD, now);

        var summary = evidence.summary(insight);
        assertThat(summary.supported().disputed()).isFalse();
        assertThat(summary.observations()).extracting(SupportedGrade.Observation::outcome)
                .containsExactly(Outcome.HELD, Outcome.INCONCLUSIVE, Outcome.CONTRADICTED, Outcome.HELD);
    }

    @Test
    void nothingOfAnotherClientBearsOnAnInsight() {
        var ofAgave = insights.create(draft(AGAVE, null, "of Agave"), MARA).id();
        assertRefused(ofAgave, COPPER_DC.id(), null, "machineId", "insight.rule.others-machine");
        assertRefused(ofAgave, null, COPPERS_SESSION, "sessionId", "insight.rule.others-session");
        assertRefused(ofAgave, id(999), null, "machineId", "insight.rule.machine-gone");
        assertRefused(ofAgave, null, id(999), "sessionId", "insight.rule.session-gone");
        evidence.record(ofAgave, on(NOBODYS.id(), AGAVES_SESSION), MARA);

        var everywhere = insights.create(draft(null, null, "everywhere"), MARA).id();
        evidence.record(everywhere, on(COPPER_DC.id(), AGAVES_SESSION), MARA);
        assertThat(all(ofAgave)).hasSize(1);
        assertThat(all(everywhere)).hasSize(1);
    }

    @Test
    void nothingIsObservedInTheFutureOrOfAnUnknownOutcome() {
        var insight = insights.create(draft(AGAVE, null, "future"), MARA).id();
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertThatThrownBy(() -> record(insight, Outcome.HELD, tomorrow)).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations)
                .isEqualTo(List.of(Violation.of("observedAt", "insight.rule.not-yet")));
        var odd = new EvidenceDraft(Coded.of(Outcome.class, "maybe"), "x".repeat(65_536), null, null, null, null,
                Instant.now());
        assertThatThrownBy(() -> evidence.record(insight, odd, MARA)).asInstanceOf(type(InvalidDraft.class))
                .extracting(InvalidDraft::violations)
                .isEqualTo(List.of(Violation.of("outcome", "rule.unknown-value", "maybe"),
                        Violation.of("whatWasTried", "rule.too-many-bytes", 63)));
        assertThat(all(insight)).isEmpty();
    }

    @Test
    void anInsightThatIsGoneTakesNoEvidence() {
        assertThatThrownBy(() -> record(id(998), Outcome.HELD, Instant.now())).asInstanceOf(type(Problem.class))
                .extracting(Problem::code).isEqualTo(ErrorCode.ROW_GONE);
    }

    @Test
    void allOfItIsReadPageByPageAlsoWhatOtherProgramsWrote() {
        var insight = insights.create(draft(AGAVE, null, "many"), MARA).id();
        test.outside("ALTER TABLE environmental_examples DROP CONSTRAINT ck_examples_outcome",
                """
                        INSERT INTO environmental_examples (id, insight_id, outcome, what_was_tried, source, observed_at)
                        SELECT uuid(), '%s', if(seq %% 3 = 0, 'Perhaps', 'held'), concat('try ', seq), 'import',
                               '2026-01-01' + INTERVAL seq DIV 2 HOUR FROM seq_1_to_250""".formatted(insight));
        var rows = evidence.list(insight);
        var read = new ArrayList<EvidenceRow>();
        var page = rows.page(PageRequest.start(EvidenceService.DEFAULT_ORDER, 100));
        while (page.last() != null) {
            read.addAll(page.rows());
            page = rows.page(new PageRequest(EvidenceService.DEFAULT_ORDER, new Position.After(page.last()), 100));
        }
        assertThat(rows.count()).isEqualTo(250);
        assertThat(read).hasSize(250).extracting(EvidenceRow::id).doesNotHaveDuplicates();
        assertThat(read).extracting(EvidenceRow::observedAt)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(read).filteredOn(row -> row.outcome().odd()).hasSize(83);
        assertThat(evidence.summary(insight).supported().inconclusive()).isEqualTo(83);
        assertThat(evidence.summary(insight).newest()).hasSize(8);
    }

    private static EvidenceDraft on(@Nullable UUID machine, @Nullable UUID session) {
        return new EvidenceDraft(Coded.of(Outcome.HELD), "whoami", null, null, machine, session, Instant.now());
    }

    private static void record(UUID insight, Outcome outcome, Instant at) {
        evidence.record(insight, new EvidenceDraft(Coded.of(outcome), "whoami", null, null, null, null, at), MARA);
    }

    private static List<EvidenceRow> all(UUID insight) {
        return evidence.list(insight).page(PageRequest.start(EvidenceService.DEFAULT_ORDER, 100)).rows();
    }

    private static void assertRefused(UUID insight, @Nullable UUID machine, @Nullable UUID session, String field,
            String rule) {
        assertThatThrownBy(() -> evidence.record(insight, on(machine, session), MARA))
                .asInstanceOf(type(InvalidDraft.class)).extracting(InvalidDraft::violations)
                .isEqualTo(List.of(Violation.of(field, rule)));
    }
}
