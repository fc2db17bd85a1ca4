package dev.rackside.insight;

import static dev.rackside.insight.InsightRows.AGAVE;
import static dev.rackside.insight.InsightRows.AGAVE_APP;
import static dev.rackside.insight.InsightRows.COPPER;
import static dev.rackside.insight.InsightRows.COPPER_DC;
import static dev.rackside.insight.InsightRows.MARA;
import static dev.rackside.insight.InsightRows.NOBODYS;
import static dev.rackside.insight.InsightRows.PATTERN;
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
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InsightServiceTest {

    private static TestDatabase test;
    private static InsightService insights;

    @BeforeAll
    static void open() {
        test = InsightRows.database("insights");
        insights = new InsightService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void insightComesBackAsItWasWritten() {
        var draft = new InsightDraft(AGAVE.id(), AGAVE_APP.id(), Coded.of(InsightCategory.VERSION_LIMITATIONS),
                "PowerShell 2.0 – no Get-LocalUser 🙂", "# Heading\n*words*",
                Commands.of(List.of("net user", "a \"b\"")),
                Coded.of(Confidence.CONFIRMED), 9, PATTERN.id());
        var created = insights.create(draft, MARA);

        assertThat(created.draft()).isEqualTo(draft);
        assertThat(insights.load(created.id())).isEqualTo(created);
        var detail = insights.detail(created.id());
        assertThat(detail.client()).isEqualTo(AGAVE);
        assertThat(detail.machine()).isEqualTo(AGAVE_APP);
        assertThat(Objects.requireNonNull(detail.pattern()).recommendedSolution()).isEqualTo("Use net user");
        assertThat(detail.facts().verificationCount()).isOne();
        assertThat(detail.facts().stale()).isFalse();
        assertThat(detail.verifications()).singleElement().extracting(InsightDetail.Verification::by)
                .isEqualTo("mara.ellis");
    }

    @Test
    void theEvidenceIsWeighedBesideThePersonsGrade() {
        var insight = insights.create(draft(AGAVE, AGAVE_APP, "weighed"), MARA).id();
        var number = 100;
        for (var observed : List.of("held', utc_timestamp() - interval 9 day",
                "held', utc_timestamp() - interval 8 day",
                "contradicted', utc_timestamp() - interval 1 day")) {
            test.outside(
                    "INSERT INTO environmental_examples (id, insight_id, infrastructure_id, what_was_tried, source, "
                            + "outcome, observed_at) VALUES ('" + id(number++) + "', '" + insight + "', '"
                            + AGAVE_APP.id()
                            + "', 'whoami', 'technician', '" + observed + ")");
        }
        var detail = insights.detail(insight);

        assertThat(detail.supported().held()).isEqualTo(2);
        assertThat(detail.supported().disputed()).isTrue();
        assertThat(detail.supported().grade()).isEqualTo(Confidence.LIKELY);
        assertThat(detail.gradesDiffer()).isFalse();
        assertThat(detail.evidence()).hasSize(3).first().satisfies(newest -> {
            assertThat(newest.outcome().known()).isEqualTo(Outcome.CONTRADICTED);
            assertThat(newest.machine()).isEqualTo("AGAVE-APP09");
        });
        assertThat(insights.dependents(insight)).contains(new Dependent("environmental_examples", 3, true),
                new Dependent("insight_verifications", 1, true));
        insights.delete(insight);
        assertThatThrownBy(() -> insights.detail(insight)).asInstanceOf(type(Problem.class)).extracting(Problem::code)
                .isEqualTo(ErrorCode.ROW_GONE);
    }

    @Test
    void stillTrueCountsWhoeverSaysItAndDisturbsNoOpenForm() throws Exception {
        var loaded = insights.create(draft(COPPER, null, "true"), MARA);
        var updated = insights.detail(loaded.id()).facts().updatedAt();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var said : threads.invokeAll(java.util.Collections.nCopies(8,
                    () -> insights.stillTrue(loaded.id(), MARA)))) {
                said.get();
            }
        }
        var facts = insights.detail(loaded.id()).facts();
        assertThat(facts.verificationCount()).isEqualTo(9);
        assertThat(facts.updatedAt()).isEqualTo(updated);
        assertThat(insights.detail(loaded.id()).verifications()).hasSize(9);
        var saved = insights.save(loaded, withTitle(loaded.draft(), "still saved"));
        assertThat(saved.draft().title()).isEqualTo("still saved");
        assertThat(insights.detail(loaded.id()).facts().lastVerified()).isEqualTo(facts.lastVerified());
    }

    @Test
    void stillTrueIsTakenBack() {
        var id = insights.create(draft(COPPER, null, "back"), MARA).id();
        test.outside("UPDATE environmental_insights SET last_verified = NULL WHERE id = '" + id + "'");
        var said = insights.stillTrue(id, MARA);
        assertThat(insights.detail(id).facts().lastVerified()).isEqualTo(said.at());

        insights.takeBack(said);
        insights.takeBack(said);

        var detail = insights.detail(id);
        assertThat(detail.facts().verificationCount()).isOne();
        assertThat(detail.facts().lastVerified()).isNull();
        assertThat(detail.facts().stale()).isTrue();
        assertThat(detail.verifications()).hasSize(1);
    }

    @Test
    void takingBackLeavesWhatWasSaidSince() {
        var id = insights.create(draft(COPPER, null, "since"), MARA).id();
        var first = insights.stillTrue(id, MARA);
        var second = insights.stillTrue(id, MARA);

        insights.takeBack(first);

        assertThat(insights.detail(id).facts().lastVerified()).isEqualTo(second.at());
        assertThat(insights.detail(id).facts().verificationCount()).isEqualTo(2);
    }

    @Test
    void twoEditsOfOneRowMeet() {
        var loaded = insights.create(draft(AGAVE, null, "first"), MARA);
        insights.save(loaded, withTitle(loaded.draft(), "theirs"));

        assertThatThrownBy(() -> insights.save(loaded, withTitle(loaded.draft(), "mine")))
                .asInstanceOf(type(EditConflict.class))
                .extracting(conflict -> ((InsightDraft) conflict.current().draft()).title()).isEqualTo("theirs");
        assertThat(insights.load(loaded.id()).draft().title()).isEqualTo("theirs");
    }

    @Test
    void anOutsideWriterIsNoticedEvenWhereOnlyTheCaseOfLettersChanged() {
        var loaded = insights.create(draft(AGAVE, null, "dns on dc"), MARA);
        test.outside("UPDATE environmental_insights SET insight_title = 'DNS on DC' WHERE id = '" + loaded.id() + "'");

        assertThatThrownBy(() -> insights.save(loaded, withTitle(loaded.draft(), "mine")))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void aRowThatIsGoneIsSaidToBe() {
        var loaded = insights.create(draft(AGAVE, null, "gone"), MARA);
        insights.delete(loaded.id());

        assertThatThrownBy(() -> insights.save(loaded, withTitle(loaded.draft(), "mine")))
                .asInstanceOf(type(Problem.class)).extracting(Problem::code).isEqualTo(ErrorCode.ROW_GONE);
        assertThatThrownBy(() -> insights.stillTrue(loaded.id(), MARA)).isInstanceOf(Problem.class);
    }

    @Test
    void aMachineOfAnotherClientIsRefused() {
        assertThat(refused(draft(AGAVE, COPPER_DC, "others"))).extracting(Violation::field)
                .containsExactly("machineId");
        assertThat(refused(draft(null, COPPER_DC, "everywhere"))).extracting(Violation::key)
                .containsExactly("insight.rule.others-machine");
        assertThat(refused(new InsightDraft(AGAVE.id(), id(999), Coded.of(InsightCategory.PERMISSIONS), "gone", "",
                Commands.NONE, Coded.of(Confidence.LIKELY), 5, null))).extracting(Violation::key)
                .containsExactly("insight.rule.machine-gone");
        assertThat(insights.create(draft(null, NOBODYS, "nobody's"), MARA).draft().machineId())
                .isEqualTo(NOBODYS.id());
        var loaded = insights.create(draft(AGAVE, AGAVE_APP, "moves"), MARA);
        assertThatThrownBy(() -> insights.save(loaded, draft(COPPER, AGAVE_APP, "moves")))
                .isInstanceOf(InvalidDraft.class);
    }

    @Test
    void whatBreaksARuleIsRefused() {
        var good = draft(AGAVE, null, "good");
        assertThat(refused(withTitle(good, " "))).extracting(Violation::field).containsExactly("title");
        assertThat(refused(withTitle(good, "x".repeat(501)))).extracting(Violation::key)
                .containsExactly("rule.too-long");
        assertThat(insights.create(withTitle(good, "🙂".repeat(500)), MARA).draft().title()).hasSize(1000);
        for (var priority : new Integer[]{0, 11, null}) {
            assertThat(refused(new InsightDraft(null, null, good.category(), "t", "", Commands.NONE, good.confidence(),
                    priority, null))).extracting(Violation::field).containsExactly("priority");
        }
        assertThat(refused(new InsightDraft(null, null, Coded.of(InsightCategory.class, "from_mars"), "t",
                "x".repeat(65_536), Commands.NONE, Coded.of(Confidence.class, null), 5, null)))
                .extracting(Violation::field).containsExactly("category", "confidence", "description");
    }

    @Test
    void oddRowsAreMendedFieldByField() {
        var loaded = insights.create(draft(AGAVE, null, "odd"), MARA);
        test.outside("ALTER TABLE environmental_insights MODIFY confidence_level VARCHAR(20) NULL, "
                + "MODIFY examples TEXT NULL, DROP CONSTRAINT ck_insights_confidence, DROP CONSTRAINT ck_insights_priority",
                "UPDATE environmental_insights SET confidence_level = 'CONFIRMED', examples = 'not json', priority = 11, "
                        + "source_pattern_id = NULL WHERE id = '" + loaded.id() + "'");
        var odd = insights.load(loaded.id());
        assertThat(odd.draft().examples().odd()).isTrue();
        assertThat(odd.draft().confidence().odd()).isTrue();
        var draft = odd.draft();
        assertThat(insights.save(odd, withTitle(draft, "odd still")).draft().priority()).isEqualTo(11);
        odd = insights.load(loaded.id());

        var mended = insights.save(odd, new InsightDraft(draft.clientId(), draft.machineId(), draft.category(),
                "mended", draft.description(), draft.examples(), draft.confidence(), 10, null));

        assertThat(mended.draft().priority()).isEqualTo(10);
        assertThat(mended.draft().examples().stored()).isEqualTo("not json");
        assertThat(mended.draft().confidence().text()).isEqualTo("CONFIRMED");
        var copy = insights.create(mended.draft(), MARA);
        assertThat(copy.draft().examples().list()).containsExactly("not json");
        assertThat(copy.draft().examples().odd()).isFalse();
        assertThat(copy.draft().confidence().text()).isEqualTo("confirmed");
    }

    @Test
    void parentsThatAreGoneAreNamedByTheirId() {
        var created = insights.create(draft(AGAVE, AGAVE_APP, "orphan"), MARA);
        test.outside("SET SESSION foreign_key_checks = 0", "UPDATE environmental_insights SET client_id = '" + id(777)
                + "', source_pattern_id = '" + id(778) + "' WHERE id = '" + created.id() + "'");
        var detail = insights.detail(created.id());

        assertThat(Objects.requireNonNull(detail.client()).label()).isEqualTo(id(777).toString());
        assertThat(detail.pattern()).isNull();
        assertThat(insights.save(detail.insight(), withTitle(detail.draft(), "mended")).draft().title())
                .isEqualTo("mended");
    }

    private static List<Violation> refused(InsightDraft draft) {
        try {
            insights.create(draft, MARA);
        } catch (InvalidDraft invalid) {
            return invalid.violations();
        }
        throw new AssertionError("Not refused: " + draft);
    }

    private static InsightDraft withTitle(InsightDraft draft, String title) {
        return new InsightDraft(draft.clientId(), draft.machineId(), draft.category(), title, draft.description(),
                draft.examples(), draft.confidence(), draft.priority(), draft.sourcePatternId());
    }
}
