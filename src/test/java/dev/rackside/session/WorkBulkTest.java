package dev.rackside.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Bulk;
import dev.rackside.row.BulkChange;
import dev.rackside.row.BulkChange.Add;
import dev.rackside.row.BulkChange.Put;
import dev.rackside.row.BulkPlan;
import dev.rackside.row.Choice;
import dev.rackside.tag.TagService;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorkBulkTest {

    private static TestDatabase test;
    private static WorkService work;
    private static TagService tags;
    private static UUID sessionId;
    private static Choice backup;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("workbulk", List.of(ClientService.ENTITIES, MachineService.ENTITIES,
                TagService.ENTITIES, SessionService.ENTITIES));
        work = new WorkService(test.database());
        tags = new TagService(test.database());
        backup = tags.named("backup");
        sessionId = new SessionService(test.database()).create(SessionDraft.blank(null, "jun",
                LocalDate.of(2026, 11, 20), Instant.parse("2026-11-20T09:00:00Z")).titled("UPS alarm")).id();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void whatIsCompletedTogetherSaysWhenAndIsOpenAgainWhenTakenBack() {
        var first = item("first");
        var second = item("second");
        var before = List.of(work.load(first).draft(), work.load(second).draft());
        var plan = work.bulk().plan(List.of(first, second), BulkChange.NOTHING
                .and(new Put("status", Coded.of(WorkStatus.COMPLETED)))
                .and(new Put("priority", Coded.of(WorkPriority.LOW))).and(new Add("tags", List.of(backup))));
        assertThat(plan.items().getFirst().differences()).extracting(BulkPlan.Difference::component)
                .containsExactly("status", "priority", "completedAt", "tags");

        var done = work.bulk().write(plan, Bulk.Watch.NOBODY);

        assertThat(done.left()).isEmpty();
        assertThat(work.load(first).draft().completedAt()).isNotNull();
        assertThat(work.load(first).draft().priority().known()).isEqualTo(WorkPriority.LOW);
        assertThat(tags.ofWorkItem(second)).containsExactly(backup);
        assertThat(work.bulk().takeBack(done, Bulk.Watch.NOBODY).written()).hasSize(2);
        assertThat(List.of(work.load(first).draft(), work.load(second).draft())).isEqualTo(before);
        assertThat(tags.ofWorkItem(second)).isEmpty();
    }

    private static UUID item(String title) {
        var blank = WorkDraft.blank(sessionId);
        return work.create(new WorkDraft(sessionId, title, null, Coded.of(WorkCategory.SECURITY), blank.status(),
                blank.priority(), null, null, null, null)).id();
    }
}
