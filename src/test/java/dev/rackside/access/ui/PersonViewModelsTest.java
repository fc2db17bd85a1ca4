package dev.rackside.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonFacet;
import dev.rackside.access.PersonRow;
import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonViewModelsTest {

    private static final UUID MARA = UUID.fromString("0196f0a0-0000-7000-8000-00000000000a");
    private static final UUID BOARD = UUID.fromString("0196f0a0-0000-7000-8000-00000000000b");

    private static TestDatabase test;
    private static PeopleService people;

    @SuppressWarnings("NullAway.Init")
    private PersonListViewModel list;
    @SuppressWarnings("NullAway.Init")
    private PersonDetailViewModel detail;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("people_models", List.of(AccessService.ENTITIES));
        people = new PeopleService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void make() {
        test.outside("DELETE FROM api_users",
                "INSERT INTO api_users (id, username, display_name, role) VALUES ('" + MARA
                        + "', 'mara', 'Mara Ellis', 'administrator'), ('" + BOARD + "', 'svc-board', NULL, 'service')");
        list = new PersonListViewModel(Background.direct(), people);
        detail = new PersonDetailViewModel(Background.direct(), people,
                () -> new Who(MARA, "mara", "Mara Ellis", Coded.of(Role.ADMINISTRATOR)));
        detail.onChanged(list::refresh);
        list.shown();
    }

    @Test
    void peopleAreListedByNameAndNarrowed() {
        assertThat(names()).containsExactly("Mara Ellis", "svc-board");
        assertThat(list.facets().get().get(PersonFacet.ROLE)).extracting(Facet::label)
                .containsExactlyInAnyOrder("Administrator", "Service");
        list.choose(PersonFacet.ROLE, Set.of("service"));
        assertThat(names()).containsExactly("svc-board");
        list.search("nobody");
        assertThat(names()).isEmpty();
        list.clear();
        assertThat(list.narrowed()).isFalse();
    }

    @Test
    void deactivatingShowsAtOnceEverywhere() {
        detail.show(people.row(BOARD).orElseThrow());
        assertThat(detail.isSelf()).isFalse();
        detail.activate(false);
        assertThat(Objects.requireNonNull(detail.detail().get()).state()).isEqualTo(PersonFacet.INACTIVE);
        assertThat(Objects.<PersonRow>requireNonNull(list.rows().items().get(1)).state())
                .isEqualTo(PersonFacet.INACTIVE);
        detail.activate(true);
        assertThat(Objects.requireNonNull(detail.detail().get()).state()).isEqualTo(PersonFacet.ACTIVE);
    }

    @Test
    void whoIsHereIsToldApart() {
        detail.show(people.row(MARA).orElseThrow());
        assertThat(detail.isSelf()).isTrue();
    }

    @Test
    void deleteIsLookedIntoFirst() {
        test.outside(
                "INSERT INTO api_tokens (id, api_user_id, name, token_prefix, token_hash, scopes, expires_at) VALUES "
                        + "(UUID(), '" + BOARD + "', 'Wall', 'abcd1234', sha2('x', 256), '[]', '2030-01-01')");
        detail.show(people.row(BOARD).orElseThrow());
        var asked = new boolean[1];
        detail.beforeDelete(found -> {
            assertThat(found.traces()).isEmpty();
            assertThat(PersonWords.consequences(found.dependents())).containsExactly("1 API token goes with them.");
            asked[0] = true;
        });
        assertThat(asked[0]).isTrue();
        detail.delete(() -> asked[0] = false);
        assertThat(asked[0]).isFalse();
        assertThat(people.row(BOARD)).isEmpty();
    }

    @Test
    void scopesAreReadAsFarAsTheyCanBe() {
        assertThat(PersonWords.scopes("[\"a:read\", \"b:read\"]")).isEqualTo("a:read, b:read");
        assertThat(PersonWords.scopes("{\"a\": 1}")).isEqualTo("{\"a\": 1}");
        assertThat(PersonWords.scopes("everything")).isEqualTo("everything");
        assertThat(PersonWords.scopes(null)).isEqualTo("none");
    }

    private List<String> names() {
        return list.rows().items().stream().map(row -> Objects.<PersonRow>requireNonNull(row).name()).toList();
    }
}
