package dev.rackside.infrastructure.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.PagedRows;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.tag.TagService;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineListViewModelTest {

    private static final UUID AGAVE = UUID.fromString("0196f0a0-0000-7000-8000-00000000000a");
    private static final UUID COPPER = UUID.fromString("0196f0a0-0000-7000-8000-00000000000b");
    private static final UUID DC = UUID.fromString("0196f0a0-0000-7000-8000-0000000000d0");

    private static TestDatabase test;
    private static MachineService machines;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    @SuppressWarnings("NullAway.Init")
    private MachineListViewModel model;

    @BeforeEach
    void make() {
        model = new MachineListViewModel(Background.direct(), machines, scope);
    }

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("machine_list",
                List.of(ClientService.ENTITIES, MachineService.ENTITIES, TagService.ENTITIES));
        machines = new MachineService(test.database());
        test.outside("INSERT INTO clients (id, name, type) VALUES ('" + AGAVE + "', 'Agave', 'project'), ('" + COPPER
                + "', 'Copper', 'project')",
                "INSERT INTO infrastructure (id, client_id, hostname, asset_type) VALUES ('" + DC + "', '" + AGAVE
                        + "', 'AGAVE-DC01', 'domain_controller'), (UUID(), '" + COPPER
                        + "', 'COPPER-WS1', 'workstation'), (UUID(), '" + COPPER + "', 'COPPER-WS2', 'workstation')");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void listIsReadWhenItIsFirstShown() {
        assertThat(model.rows().items()).isEmpty();
        model.shown();
        assertThat(names()).containsExactly("AGAVE-DC01", "COPPER-WS1", "COPPER-WS2");
        assertThat(model.facets().get().clients()).extracting(Facet::label).containsExactly("Copper", "Agave");
    }

    @Test
    void scopeOfTheWindowNarrowsTheList() {
        model.shown();
        scope.set(new Choice(AGAVE, "Agave"));
        assertThat(names()).containsExactly("AGAVE-DC01");
        scope.set(null);
        assertThat(model.rows().count().get()).isEqualTo(3);
    }

    @Test
    void nothingMatchesIsAStateOfItsOwn() {
        model.shown();
        model.narrow(MachineFilter.ALL.withText("nobody's"));
        assertThat(model.rows().state().get()).isEqualTo(PagedRows.State.EMPTY);
    }

    @Test
    void facetsNarrow() {
        model.shown();
        model.narrow(MachineFilter.ALL.withTypes(Set.of("domain_controller")));
        assertThat(names()).containsExactly("AGAVE-DC01");
    }

    @Test
    void machineIsRevealedWhereverItStands() {
        model.shown();
        model.reveal(DC);
        assertThat(model.rows().selected().get()).extracting(MachineRow::id).isEqualTo(DC);
    }

    private List<@Nullable String> names() {
        return model.rows().items().stream().<@Nullable String>map(row -> Objects.requireNonNull(row).hostname())
                .toList();
    }
}
