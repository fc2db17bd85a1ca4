package dev.rackside.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagCatalogueTest {

    private static final UUID CLIENT = UUID.randomUUID();
    private static final UUID MACHINE = UUID.randomUUID();

    private static TestDatabase test;
    private static TagCatalogue tags;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("tags", List.of(TagService.ENTITIES));
        tags = new TagCatalogue(test.database());
        test.outside("INSERT INTO clients (id, name, type) VALUES ('" + CLIENT + "', 'Calder', 'msp_client')",
                "INSERT INTO infrastructure (id, client_id, hostname, asset_type) VALUES ('" + MACHINE + "', '"
                        + CLIENT + "', 'CAL-DC01', 'domain_controller')");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM tags");
    }

    @Test
    void tagComesBackAsItWasWritten() {
        var draft = new TagDraft("Büro ☎", "topic", "Phones &\ntrunks", "#2DA44E");
        var created = tags.create(draft);
        assertThat(created.draft()).isEqualTo(draft);
        assertThat(tags.load(created.id())).isEqualTo(created);
        assertThat(tags.detail(created.id()).machines()).isZero();
    }

    @Test
    void listIsNarrowedSearchedAndOrdered() {
        var backup = create("backup", "topic");
        create("urgent", "state");
        create("misc", null);
        tag(backup.id());
        assertThat(names(filter().with(TagFacet.CATEGORY, Set.of("state")))).containsExactly("urgent");
        assertThat(names(filter().with(TagFacet.CATEGORY, Set.of("", "topic")))).containsExactly("backup", "misc");
        assertThat(names(filter().with(TagFacet.USE, Set.of(TagFacet.USED)))).containsExactly("backup");
        assertThat(names(filter().with(TagFacet.USE, Set.of(TagFacet.UNUSED)))).containsExactly("misc", "urgent");
        assertThat(names(filter().withText("URG"))).containsExactly("urgent");
        assertThat(tags.facets(filter()).get(TagFacet.USE)).extracting(Facet::value, Facet::count)
                .containsExactlyInAnyOrder(tuple("used", 1L),
                        tuple("unused", 2L));
        for (var column : List.of("name", "category", "machines", "work", "updated")) {
            var first = tags.list(filter()).page(PageRequest.start(Order.byDescending(column), 2));
            assertThat(first.rows()).as(column).hasSize(2);
            var rest = tags.list(filter()).page(new PageRequest(Order.byDescending(column),
                    new Position.After(Objects.requireNonNull(first.last())), 2));
            assertThat(rest.rows()).as(column).hasSize(1).doesNotContainAnyElementsOf(first.rows());
        }
    }

    @Test
    void rowCountsWhatHasTheTag() {
        var backup = create("backup", null);
        tag(backup.id());
        assertThat(tags.row(backup.id())).get().satisfies(row -> {
            assertThat(row.machines()).isEqualTo(1);
            assertThat(row.workItems()).isZero();
        });
        assertThat(tags.detail(backup.id()).machines()).isEqualTo(1);
    }

    @Test
    void nameIsTakenOnceWhateverItsCase() {
        var backup = create("backup", null);
        create("urgent", null);
        assertThatThrownBy(() -> create("Backup", null)).satisfies(refused("name", "tag.rule.taken"));
        assertThatThrownBy(() -> tags.save(backup, new TagDraft("URGENT", null, null, null)))
                .satisfies(refused("name", "tag.rule.taken"));
        assertThat(tags.save(backup, new TagDraft("Backup", null, null, null)).draft().name()).isEqualTo("Backup");
    }

    @Test
    void whatBreaksARuleIsRefusedBesideItsField() {
        assertThat(new TagDraft(" ", "c".repeat(51), null, "green").violations()).extracting(Violation::field)
                .containsExactly("name", "category", "color");
        assertThat(new TagDraft("n".repeat(100), null, null, "#00ff99").violations()).isEmpty();
    }

    @Test
    void oddColourOfAnotherProgramStaysUntilItIsTouched() {
        var tag = create("backup", null);
        test.outside("ALTER TABLE tags DROP CONSTRAINT ck_tags_color",
                "UPDATE tags SET color = 'red', row_version = row_version");
        var odd = tags.load(tag.id());
        assertThat(odd.draft().color()).isEqualTo("red");
        var saved = tags.save(odd, new TagDraft("backups", null, null, "red"));
        assertThat(saved.draft()).isEqualTo(new TagDraft("backups", null, null, "red"));
        assertThatThrownBy(() -> tags.save(saved, new TagDraft("backups", null, null, "blue")))
                .satisfies(refused("color", "tag.rule.color"));
        assertThatThrownBy(() -> tags.create(new TagDraft("other", null, null, "red")))
                .satisfies(refused("color", "tag.rule.color"));
    }

    @Test
    void editOfAnotherIsNotOverwritten() {
        var tag = create("backup", null);
        test.outside("UPDATE tags SET category = 'topic' WHERE id = '" + tag.id() + "'");
        assertThatThrownBy(() -> tags.save(tag, new TagDraft("backup", "process", null, null)))
                .asInstanceOf(type(EditConflict.class))
                .satisfies(conflict -> assertThat(((TagDraft) conflict.current().draft()).category())
                        .isEqualTo("topic"));
    }

    @Test
    void deletedTagLeavesTheMachines() {
        var tag = create("backup", null);
        tag(tag.id());
        assertThat(tags.dependents(tag.id())).extracting(Dependent::table, Dependent::count)
                .contains(tuple("infrastructure_tags", 1L));
        tags.delete(tag.id());
        assertThatThrownBy(() -> tags.detail(tag.id())).asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ROW_GONE));
        assertThat(test.database().<Long>read(session -> session
                .createNativeQuery("select count(*) from infrastructure", Long.class).getSingleResult())).isEqualTo(1);
    }

    private static FacetFilter<TagFacet> filter() {
        return FacetFilter.all();
    }

    private static List<@Nullable String> names(FacetFilter<TagFacet> filter) {
        return tags.list(filter).page(PageRequest.start(TagCatalogue.DEFAULT_ORDER, 10)).rows().stream()
                .<@Nullable String>map(TagRow::name).toList();
    }

    private static Versioned<TagDraft> create(String name, @Nullable String category) {
        return tags.create(new TagDraft(name, category, null, null));
    }

    private static void tag(UUID tag) {
        new TagService(test.database()).tagMachines(Set.of(MACHINE), Set.of(tag));
    }

    private static Consumer<Throwable> refused(String field, String key) {
        return thrown -> assertThat(thrown).asInstanceOf(type(InvalidDraft.class))
                .satisfies(invalid -> assertThat(invalid.violations()).singleElement().satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo(field);
                    assertThat(violation.key()).isEqualTo(key);
                }));
    }
}
