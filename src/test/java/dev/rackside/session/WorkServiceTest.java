package dev.rackside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.tag.TagService;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkServiceTest {

    private static TestDatabase test;
    private static WorkService work;
    private static TagService tags;
    private static UUID agave;
    private static UUID dc01;
    private static UUID foreign;
    private UUID session = Ids.next();

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("workitems", List.of(ClientService.ENTITIES, SessionService.ENTITIES,
                MachineService.ENTITIES, TagService.ENTITIES));
        work = new WorkService(test.database());
        tags = new TagService(test.database());
        agave = client("Agave Orthopedics");
        dc01 = machine(agave, "AGAVE-DC01");
        foreign = machine(client("Copper Construction"), "COPPER-DC01");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void fresh() {
        test.outside("DELETE FROM sessions", "DELETE FROM tags");
        session = new SessionService(test.database()).create(new SessionDraft("UPS alarm", agave,
                LocalDate.of(2026, 11, 20), null, null, Coded.of(SessionStatus.IN_PROGRESS), "ana", false, null, null,
                null)).id();
    }

    @Test
    void workItemComesBackAsItWasWritten() {
        var draft = new WorkDraft(session, "Swap the battery", "Use the **blue** key",
                Coded.of(WorkCategory.MAINTENANCE), Coded.of(WorkStatus.BLOCKED), Coded.of(WorkPriority.HIGH), dc01, 30,
                45, null);
        var created = work.create(draft);
        assertThat(work.load(created.id())).isEqualTo(created);
        assertThat(created.draft()).isEqualTo(draft);
        var row = work.row(created.id()).orElseThrow();
        assertThat(row.clientName()).isEqualTo("Agave Orthopedics");
        assertThat(row.sessionTitle()).isEqualTo("UPS alarm");
        assertThat(row.machine()).isEqualTo("AGAVE-DC01");
        assertThat(work.detail(created.id()).machines()).hasSize(1);
    }

    @Test
    void whatIsCompletedIsCompletedAtSomeTime() {
        var pending = work.create(draft("Check", WorkStatus.PENDING, null));
        assertThat(pending.draft().completedAt()).isNull();
        var done = work.save(pending, with(pending.draft(), WorkStatus.COMPLETED));
        assertThat(done.draft().completedAt()).isBetween(Instant.now().minusSeconds(60),
                Instant.now().plusSeconds(60));
        assertThat(work.create(draft("Done at once", WorkStatus.COMPLETED, null)).draft().completedAt()).isNotNull();
    }

    @Test
    void machineOfAnotherClientIsRefused() {
        assertThatThrownBy(() -> work.create(draft("Check", WorkStatus.PENDING, foreign)))
                .asInstanceOf(type(InvalidDraft.class)).extracting(InvalidDraft::violations)
                .isEqualTo(List.of(Violation.of("machineId", "work.rule.others-machine")));
        assertThatThrownBy(() -> work.create(draft("Check", WorkStatus.PENDING, Ids.next())))
                .asInstanceOf(type(InvalidDraft.class)).extracting(InvalidDraft::violations)
                .isEqualTo(List.of(Violation.of("machineId", "work.rule.machine-gone")));
    }

    @Test
    void rulesAreKept() {
        var draft = new WorkDraft(null, " ", null, Coded.of(WorkCategory.class, "juggling"),
                Coded.of(WorkStatus.class, null), Coded.of(WorkPriority.class, "11"), null, -1, 100_001, null);
        assertThatThrownBy(() -> work.create(draft)).asInstanceOf(type(InvalidDraft.class))
                .satisfies(refused -> assertThat(refused.violations()).extracting(Violation::field).containsExactly(
                        "sessionId", "title", "category", "status", "priority", "estimatedMinutes", "actualMinutes"));
    }

    @Test
    void oddRowIsShownAndMendedFieldByField() {
        var id = Ids.next();
        test.outside("SET SESSION check_constraint_checks = 0",
                "INSERT INTO work_items (id, session_id, category, title, status, priority, infrastructure_ids) VALUES ('"
                        + id + "', '" + session + "', 'JUGGLING', '', 'Completed', 'urgent', 'AGAVE-DC01')");
        var row = work.row(id).orElseThrow();
        assertThat(row.category().text()).isEqualTo("JUGGLING");
        assertThat(row.priority().known()).isNull();
        assertThat(work.detail(id).oddMachines()).isEqualTo("AGAVE-DC01");
        var loaded = work.load(id);
        var before = loaded.draft();
        var mended = work.save(loaded, new WorkDraft(before.sessionId(), "Named", before.description(),
                Coded.of(WorkCategory.SECURITY), Coded.of(WorkStatus.COMPLETED), Coded.of(WorkPriority.LOW),
                before.machineId(), null, null, null));
        assertThat(mended.draft().title()).isEqualTo("Named");
    }

    @Test
    void editOfAnotherProgramIsNotOverwritten() {
        var loaded = work.create(draft("Check", WorkStatus.PENDING, null));
        test.outside("UPDATE work_items SET title = 'Checked by script' WHERE id = '" + loaded.id() + "'");
        assertThatThrownBy(() -> work.save(loaded, with(loaded.draft(), WorkStatus.BLOCKED)))
                .asInstanceOf(type(EditConflict.class))
                .satisfies(conflict -> assertThat(((WorkDraft) conflict.current().draft()).title())
                        .isEqualTo("Checked by script"));
        work.delete(loaded.id());
        assertThatThrownBy(() -> work.load(loaded.id())).asInstanceOf(type(Problem.class))
                .extracting(Problem::code).isEqualTo(ErrorCode.ROW_GONE);
    }

    @Test
    void tagsNarrowByAnyAndByAll() {
        var both = work.create(draft("Both", WorkStatus.PENDING, null)).id();
        var one = work.create(draft("One", WorkStatus.PENDING, null)).id();
        work.create(draft("None", WorkStatus.PENDING, null));
        var lab = tags.named("lab").id();
        var night = tags.named("night").id();
        assertThat(tags.named("LAB").id()).isEqualTo(lab);
        assertThat(tags.tagWorkItems(Set.of(both, one), Set.of(lab)))
                .isEqualTo(Map.of(both, Set.of(lab), one, Set.of(lab)));
        assertThat(tags.tagWorkItems(Set.of(both, one), Set.of(lab))).isEmpty();
        tags.tagWorkItems(Set.of(both), Set.of(night));

        var any = WorkFilter.ALL.with(WorkFacet.TAG, Set.of(lab.toString(), night.toString()));
        assertThat(titles(any)).containsExactlyInAnyOrder("Both", "One");
        assertThat(titles(any.withAllTags(true))).containsExactly("Both");
        assertThat(counts(any, WorkFacet.TAG)).containsExactly(new Facet(lab.toString(), "lab", 2),
                new Facet(night.toString(), "night", 1));
        assertThat(counts(any.withAllTags(true), WorkFacet.TAG)).extracting(Facet::count).containsExactly(1L, 1L);
        assertThat(work.row(both).orElseThrow().tags()).isEqualTo("lab, night");
        assertThat(tags.untagWorkItems(Set.of(both, one), Set.of(night))).isEqualTo(Map.of(both, Set.of(night)));
    }

    @Test
    void everyFacetNarrowsToWhatItCounts() {
        work.create(draft("With a machine", WorkStatus.PENDING, dc01));
        work.create(draft("Without", WorkStatus.COMPLETED, null));
        var facets = work.facets(WorkFilter.ALL);
        facets.forEach((facet, values) -> values.forEach(value -> assertThat(
                titles(WorkFilter.ALL.with(facet, Set.of(value.value())))).as("%s %s", facet, value)
                .hasSize((int) value.count())));
        assertThat(facets.get(WorkFacet.MACHINE)).hasSize(2);
        assertThat(titles(WorkFilter.ALL.withScope(agave).withText("with"))).hasSize(2);
        assertThat(titles(WorkFilter.ALL.withSession(Ids.next()))).isEmpty();
    }

    @Test
    void everyOrderReadsOnWhereItStopped() {
        for (var number = 0; number < 7; number++) {
            work.create(draft("Item " + number % 3, number % 2 == 0 ? WorkStatus.PENDING : WorkStatus.COMPLETED, null));
        }
        for (var column : List.of("created", "title", "category", "status", "priority", "session", "client", "machine",
                "minutes", "updated")) {
            var rows = work.list(WorkFilter.ALL);
            var order = Order.byDescending(column);
            var first = rows.page(PageRequest.start(order, 4));
            var last = first.last();
            assertThat(last).isNotNull();
            var second = rows.page(new PageRequest(order, new dev.rackside.row.Position.After(last), 4));
            assertThat(first.rows()).as(column).hasSize(4).doesNotContainAnyElementsOf(second.rows());
            assertThat(second.rows()).as(column).hasSize(3);
        }
    }

    private List<String> titles(WorkFilter filter) {
        return work.list(filter).page(PageRequest.start(WorkService.DEFAULT_ORDER, 50)).rows().stream()
                .map(row -> String.valueOf(row.title())).toList();
    }

    private static List<Facet> counts(WorkFilter filter, WorkFacet facet) {
        return work.facets(filter).getOrDefault(facet, List.of());
    }

    private WorkDraft draft(String title, WorkStatus status, @Nullable UUID machine) {
        return new WorkDraft(session, title, null, Coded.of(WorkCategory.SECURITY), Coded.of(status),
                Coded.of(WorkPriority.MEDIUM), machine, null, null, null);
    }

    private static WorkDraft with(WorkDraft draft, WorkStatus status) {
        return new WorkDraft(draft.sessionId(), draft.title(), draft.description(), draft.category(),
                Coded.of(status), draft.priority(), draft.machineId(), draft.estimatedMinutes(), draft.actualMinutes(),
                draft.completedAt());
    }

    private static UUID client(String name) {
        return new ClientService(test.database()).create(new ClientDraft(name, ClientDraft.blank().type(), null, null,
                null, null, true)).id();
    }

    private static UUID machine(UUID client, String hostname) {
        var id = Ids.next();
        test.outside("INSERT INTO infrastructure (id, client_id, hostname, asset_type) VALUES ('" + id + "', '" + client
                + "', '" + hostname + "', 'other')");
        return id;
    }
}
