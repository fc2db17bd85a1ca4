package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.PagedRows;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without a toolkit, on a real database with sample data. */
class BackupListViewModelTest {

    private static TestDatabase test;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("backup_model", List.of(BackupService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void theFirstLookReadsListFacetsAndSummary() {
        var model = model();
        model.shown();
        assertThat(model.rows().state().get()).isEqualTo(PagedRows.State.READY);
        assertThat(model.rows().count().get()).isGreaterThan(300);
        assertThat(model.facets().get().types()).isNotEmpty();
        assertThat(Objects.requireNonNull(model.summary().get()).newestProved()).isNotNull();
    }

    @Test
    void theFailuresOfTheSummaryAreWhatTheJumpShows() {
        var model = model();
        model.shown();
        model.narrow(BackupFilter.ALL.types(Set.of("weekly")));
        model.showFailures();
        assertThat(model.rows().count().get()).isPositive()
                .isEqualTo(Objects.requireNonNull(model.summary().get()).failedLately());
        assertThat(model.rows().items()).filteredOn(Objects::nonNull).allMatch(row -> row.bad());
    }

    @Test
    void nothingMatchesIsAnEmptyListAndClearingItBringsAllBack() {
        var model = model();
        model.shown();
        var all = model.rows().count().get();
        model.narrow(BackupFilter.ALL.text("no such path"));
        assertThat(model.rows().state().get()).isEqualTo(PagedRows.State.EMPTY);
        model.narrow(BackupFilter.ALL);
        assertThat(model.rows().count().get()).isEqualTo(all);
    }

    @Test
    void aDetailIsReadForTheSelectedRow() {
        var background = Background.direct();
        var backups = new BackupService(test.database());
        var list = new BackupListViewModel(background, backups);
        list.shown();
        var detail = new BackupDetailViewModel(background, backups);
        detail.show(Objects.requireNonNull(Objects.requireNonNull(list.summary().get()).newestProved()));
        assertThat(Objects.requireNonNull(detail.detail().get()).report().tables()).isNotEmpty();
        detail.beforeDelete(dependents -> assertThat(dependents).isNotNull());
    }

    private static BackupListViewModel model() {
        return new BackupListViewModel(Background.direct(), new BackupService(test.database()));
    }
}
