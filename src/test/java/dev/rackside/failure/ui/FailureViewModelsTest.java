package dev.rackside.failure.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.failure.FailureFacet;
import dev.rackside.failure.FailureRow;
import dev.rackside.failure.FailureService;
import dev.rackside.fx.Background;
import dev.rackside.fx.PagedRows;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
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

class FailureViewModelsTest {

    private static final UUID AGAVE = UUID.fromString("0196f0a0-0000-7000-8000-00000000000a");
    private static final UUID DENIED = UUID.fromString("0196f0a0-0000-7000-8000-0000000000d0");

    private static TestDatabase test;
    private static FailureService failures;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    @SuppressWarnings("NullAway.Init")
    private FailureListViewModel model;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("failure_models",
                List.of(ClientService.ENTITIES, MachineService.ENTITIES, FailureService.ENTITIES));
        failures = new FailureService(test.database());
        test.outside("INSERT INTO clients (id, name, type) VALUES ('" + AGAVE + "', 'Agave', 'project')");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void make() {
        test.outside("DELETE FROM failure_patterns", "INSERT INTO failure_patterns (id, client_id, pattern_type, "
                + "pattern_signature, root_cause, recommended_solution, severity, last_seen) VALUES ('" + DENIED
                + "', '" + AGAVE + "', 'permission_denied', 'Access is denied', '', '', 'major', '2026-01-02'), "
                + "(UUID(), NULL, 'version_mismatch', 'requires version 5', '', '', 'minor', '2026-01-01')");
        model = new FailureListViewModel(Background.direct(), failures, scope);
    }

    @Test
    void listIsReadWhenItIsFirstShownNewestFirst() {
        assertThat(model.rows().items()).isEmpty();
        model.shown();
        assertThat(signatures()).containsExactly("Access is denied", "requires version 5");
        assertThat(model.facets().get().get(FailureFacet.TYPE)).extracting(Facet::label)
                .containsExactlyInAnyOrder("Permission denied", "Version mismatch");
        assertThat(model.facets().get().get(FailureFacet.CLIENT)).extracting(Facet::label)
                .containsExactlyInAnyOrder("Agave", "Everywhere");
    }

    @Test
    void scopeSearchAndFacetsNarrow() {
        model.shown();
        model.choose(FailureFacet.SEVERITY, Set.of("minor"));
        assertThat(signatures()).containsExactly("requires version 5");
        model.search("  denied ");
        assertThat(model.rows().state().get()).isEqualTo(PagedRows.State.EMPTY);
        assertThat(model.narrowed()).isTrue();
        model.clear();
        scope.set(new Choice(AGAVE, "Agave"));
        assertThat(signatures()).containsExactly("Access is denied");
        scope.set(null);
    }

    @Test
    void seenAgainIsShownAndTakenBack() {
        var detail = new FailureDetailViewModel(Background.direct(), failures);
        var changes = new int[1];
        detail.onChanged(() -> changes[0]++);
        detail.show(DENIED);
        detail.seenAgain(DENIED);
        assertThat(Objects.requireNonNull(detail.detail().get()).draft().occurrences()).isEqualTo(2);
        assertThat(detail.said().get()).isNotNull();
        detail.takeBack();
        assertThat(Objects.requireNonNull(detail.detail().get()).draft().occurrences()).isEqualTo(1);
        assertThat(detail.said().get()).isNull();
        assertThat(changes[0]).isEqualTo(2);
    }

    @Test
    void signatureIsTriedOnAText() {
        var trial = new TrialViewModel(Background.direct());
        trial.tryOn("error (\\d+)", "one\nERROR 5: error 7");
        assertThat(trial.kind().get()).isEqualTo("Valid as a regular expression.");
        assertThat(trial.outcome().get()).isEqualTo("Found 2 times; first in line 2: ERROR 5");
        trial.tryOn("open (", "Cannot open (");
        assertThat(trial.broken().get()).isTrue();
        assertThat(trial.kind().get()).contains("Unclosed group").contains("character 6");
        assertThat(trial.outcome().get()).isEqualTo("Found as plain text.");
        trial.tryOn("open (", "nothing here");
        assertThat(trial.found().get()).isFalse();
        trial.tryOn("", "nothing here");
        assertThat(trial.kind().get() + trial.outcome().get()).isEmpty();
    }

    private List<@Nullable String> signatures() {
        return model.rows().items().stream()
                .<@Nullable String>map(row -> Objects.<FailureRow>requireNonNull(row).signature()).toList();
    }
}
