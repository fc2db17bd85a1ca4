package dev.rackside.insight;

import static dev.rackside.insight.InsightRows.AGAVE;
import static dev.rackside.insight.InsightRows.AGAVE_APP;
import static dev.rackside.insight.InsightRows.COPPER;
import static dev.rackside.insight.InsightRows.MARA;
import static dev.rackside.insight.InsightRows.draft;
import static dev.rackside.insight.InsightRows.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.BulkChange;
import dev.rackside.row.BulkChange.Put;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.BulkResult;
import dev.rackside.row.Choice;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightBulkTest {

    private static final BulkChange NINE = BulkChange.NOTHING.and(new Put("priority", 9));

    private static TestDatabase test;
    private static InsightService insights;
    private static Bulk<InsightDraft> bulk;

    @BeforeAll
    static void open() {
        test = InsightRows.database("insightbulk");
        insights = new InsightService(test.database());
        bulk = insights.bulk();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM environmental_insights");
    }

    @Test
    void aPlanSaysRowByRowWhatChangesAndWritesNothing() {
        var first = insight(AGAVE, null, "first");
        var already = insights.save(insights.load(insight(null, null, "already")), priority("already", 9)).id();
        var ofMachine = insight(AGAVE, AGAVE_APP, "of a machine");
        var change = NINE.and(new Put("clientId", COPPER.id()))
                .and(new Put("confidence", Coded.of(Confidence.CONFIRMED)));

        var plan = bulk.plan(List.of(first, ofMachine, id(999)), change);

        assertThat(plan.gone()).isOne();
        assertThat(plan.items()).hasSize(2);
        assertThat(plan.items().getFirst().differences()).containsExactly(
                new BulkPlan.Difference("clientId", AGAVE.id(), COPPER.id()),
                new BulkPlan.Difference("confidence", Coded.of(Confidence.LIKELY), Coded.of(Confidence.CONFIRMED)),
                new BulkPlan.Difference("priority", 5, 9));
        assertThat(plan.names()).isEqualTo(Map.of(AGAVE.id(), AGAVE.label(), COPPER.id(), COPPER.label()));
        assertThat(plan.items().getLast().refused()).isEqualTo(
                Violation.of("machineId", "insight.rule.others-machine"));
        assertThat(bulk.plan(List.of(already), NINE).items()).singleElement()
                .extracting(BulkPlan.Item::refused).isEqualTo(Violation.of("", "bulk.why.already-so"));
        assertThat(insights.load(first).rowVersion()).isZero();
    }

    @Test
    void aCodeThatNobodyKnowsIsRefusedInEveryRow() {
        var row = insight(AGAVE, null, "odd");
        var plan = bulk.plan(List.of(row), BulkChange.NOTHING
                .and(new Put("category", Coded.of(InsightCategory.class, "moods"))));
        assertThat(plan.writable()).isEmpty();
        assertThat(plan.items().getFirst().refused()).isEqualTo(
                Violation.of("category", "rule.unknown-value", "moods"));
    }

    @Test
    void whatSomebodyChangedMeanwhileIsLeftAloneAndReported() {
        var rows = IntStream.range(0, 250).mapToObj(number -> insight(AGAVE, null, "row " + number)).toList();
        var plan = bulk.plan(rows, NINE);
        var byHand = insights.load(rows.get(120));
        insights.save(byHand, priority(byHand.draft(), 2));
        test.outside("UPDATE environmental_insights SET insight_title = 'ROW 7' WHERE id = '" + rows.get(7) + "'",
                "DELETE FROM environmental_insights WHERE id = '" + rows.get(249) + "'");

        var result = bulk.write(plan, Bulk.Watch.NOBODY);

        assertThat(result.written()).hasSize(247);
        assertThat(result.stopped()).isNull();
        assertThat(result.left()).extracting(BulkResult.Left::id)
                .containsExactly(rows.get(7), rows.get(120), rows.get(249));
        assertThat(result.left()).extracting(left -> left.why().key())
                .containsExactly("bulk.why.changed", "bulk.why.changed", "bulk.why.gone");
        assertThat(insights.load(rows.get(120)).draft().priority()).isEqualTo(2);
        assertThat(insights.load(rows.get(7)).draft().priority()).isEqualTo(5);
        assertThat(insights.load(rows.get(8)).draft().priority()).isEqualTo(9);
    }

    @Test
    void takingBackRestoresJustWhatIsStillAsItWasLeft() {
        var rows = IntStream.range(0, 5).mapToObj(number -> insight(AGAVE, null, "row " + number)).toList();
        var before = rows.stream().map(row -> insights.load(row).draft()).toList();
        var done = bulk.write(bulk.plan(rows, NINE), Bulk.Watch.NOBODY);
        var byHand = insights.load(rows.get(1));
        insights.save(byHand, priority(byHand.draft(), 1));
        test.outside("UPDATE environmental_insights SET priority = 3 WHERE id = '" + rows.get(2) + "'");

        var back = bulk.takeBack(done, Bulk.Watch.NOBODY);

        assertThat(back.left()).extracting(BulkResult.Left::id).containsExactly(rows.get(1), rows.get(2));
        assertThat(insights.load(rows.get(0)).draft()).isEqualTo(before.get(0));
        assertThat(insights.load(rows.get(1)).draft().priority()).isEqualTo(1);
        assertThat(insights.load(rows.get(2)).draft().priority()).isEqualTo(3);
        assertThat(insights.load(rows.get(4)).draft()).isEqualTo(before.get(4));
        assertThat(bulk.takeBack(done, Bulk.Watch.NOBODY).written()).as("only once").isEmpty();
    }

    @Test
    void anOddRowOfAnotherProgramGetsItsOddValueBack() {
        var row = insight(AGAVE, null, "odd");
        test.outside("ALTER TABLE environmental_insights DROP CONSTRAINT IF EXISTS ck_insights_priority",
                "ALTER TABLE environmental_insights MODIFY insight_description TEXT NULL",
                "UPDATE environmental_insights SET priority = 11, insight_description = NULL WHERE id = '" + row + "'");
        var before = insights.load(row).draft();

        var done = bulk.write(bulk.plan(List.of(row), NINE), Bulk.Watch.NOBODY);
        assertThat(insights.load(row).draft().priority()).isEqualTo(9);
        bulk.takeBack(done, Bulk.Watch.NOBODY);

        assertThat(insights.load(row).draft()).isEqualTo(before);
    }

    @Test
    void aCancelLeavesTheRestAndWhatWasWrittenCanBeTakenBack() {
        fill(350);
        var plan = bulk.plan(all(), NINE);
        var asked = new ArrayList<Integer>();
        var result = bulk.write(plan, new Bulk.Watch() {
            @Override
            public void at(int done, int of) {
                asked.add(done);
            }

            @Override
            public boolean cancelled() {
                return asked.getLast() >= 200;
            }
        });

        assertThat(asked).containsExactly(0, 100, 200);
        assertThat(result.written()).hasSize(200);
        assertThat(result.left()).hasSize(150).noneMatch(BulkResult.Left::reached);
        assertThat(bulk.takeBack(result, Bulk.Watch.NOBODY).written()).hasSize(200);
        assertThat(bulk.plan(all(), NINE).writable()).hasSize(350);
    }

    @Test
    void fiveThousandRowsAreAMatterOfSeconds() {
        fill(5000);
        var ids = all();
        var start = System.nanoTime();
        var plan = bulk.plan(ids, NINE.and(new Put("clientId", COPPER.id())));
        var done = bulk.write(plan, Bulk.Watch.NOBODY);
        var back = bulk.takeBack(done, Bulk.Watch.NOBODY);
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(plan.writable()).hasSize(5000);
        assertThat(done.written()).hasSize(5000);
        assertThat(back.written()).hasSize(5000);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    private static UUID insight(@Nullable Choice client, @Nullable Choice machine, String title) {
        return insights.create(draft(client, machine, title), MARA).id();
    }

    private static InsightDraft priority(String title, int priority) {
        return priority(draft(null, null, title), priority);
    }

    private static InsightDraft priority(InsightDraft draft, int priority) {
        return new InsightDraft(draft.clientId(), draft.machineId(), draft.category(), draft.title(),
                draft.description(), draft.examples(), draft.confidence(), priority, draft.sourcePatternId());
    }

    private static void fill(int rows) {
        test.outside("""
                INSERT INTO environmental_insights (id, client_id, insight_category, insight_title,
                    insight_description, examples, confidence_level, priority)
                SELECT uuid(), '%s', 'permissions', concat('filled ', seq), repeat('words ', 100), '["whoami"]',
                    'likely', 1 + seq %% 8 FROM seq_1_to_%d""".formatted(AGAVE.id(), rows));
    }

    private static List<UUID> all() {
        return insights.list(InsightFilter.ALL).ids(InsightService.DEFAULT_ORDER, Bulk.MOST_ROWS);
    }
}
