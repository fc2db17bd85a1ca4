package dev.rackside.integration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.PagedRows;
import dev.rackside.integration.ExchangeFacet;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeService;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.session.SessionService;
import java.time.LocalDate;
import java.time.ZoneId;
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

class ExchangeListViewModelTest {

    private static final UUID AGAVE = UUID.fromString("0196f0a0-0000-7000-8000-00000000000a");

    private static TestDatabase test;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    @SuppressWarnings("NullAway.Init")
    private ExchangeListViewModel model;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("exchange_model",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, ExchangeService.ENTITIES));
        test.outside("INSERT INTO clients (id, name, type) VALUES ('" + AGAVE + "', 'Agave', 'project')",
                "INSERT INTO sessions (id, client_id, session_title, session_date, status) VALUES ('" + AGAVE + "', '"
                        + AGAVE + "', 'x', '2026-01-01', 'completed')",
                "INSERT INTO external_integrations (id, integration_type, external_id, http_status, outcome, session_id, "
                        + "created_at) VALUES (UUID(), 'zapier', 'late', 200, 'succeeded', '" + AGAVE
                        + "', '2026-03-02 22:30'), (UUID(), 'autotask', 'early', 503, NULL, NULL, '2026-03-01 10:00')");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void make() {
        model = new ExchangeListViewModel(Background.direct(), new ExchangeService(test.database()), scope,
                ZoneId.of("Europe/Berlin"));
        model.shown();
    }

    @Test
    void newestComesFirstAndFacetsAreInWords() {
        assertThat(externalIds()).containsExactly("late", "early");
        assertThat(labels(ExchangeFacet.OUTCOME)).containsExactlyInAnyOrder("Succeeded", "Not recorded");
        assertThat(labels(ExchangeFacet.STATUS)).containsExactly("2xx Success", "5xx Their fault");
        assertThat(labels(ExchangeFacet.CLIENT)).containsExactlyInAnyOrder("Agave", "No client");
    }

    @Test
    void dayIsAPersonsDay() {
        model.between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));
        assertThat(externalIds()).containsExactly("late");
        model.between(LocalDate.of(2026, 3, 3), null);
        assertThat(model.rows().state().get()).isEqualTo(PagedRows.State.EMPTY);
        model.between(null, LocalDate.of(2026, 3, 1));
        assertThat(externalIds()).containsExactly("early");
        assertThat(model.narrowed()).isTrue();
        model.clear();
        assertThat(model.narrowed()).isFalse();
    }

    @Test
    void scopeNarrowsThroughTheSession() {
        model.choose(ExchangeFacet.CLIENT, Set.of(ExchangeFacet.NONE));
        assertThat(externalIds()).containsExactly("early");
        scope.set(new Choice(AGAVE, "Agave"));
        assertThat(externalIds()).containsExactly("late");
        assertThat(model.narrowed()).isFalse();
    }

    private List<String> labels(ExchangeFacet facet) {
        return Objects.requireNonNull(model.facets().get().get(facet)).stream().map(Facet::label).toList();
    }

    private List<@Nullable String> externalIds() {
        return model.rows().items().stream()
                .<@Nullable String>map(row -> Objects.<ExchangeRow>requireNonNull(row).externalId()).toList();
    }
}
