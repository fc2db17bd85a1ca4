package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.text.Coded;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists over rows as other programs leave them: with NULLs, unknown words, and text where JSON should be. */
class BackupListTest {

    private static final List<String> ORDERS = List.of("started", "completed", "type", "duration", "size", "method",
            "outcome", "grade", "host", "database", "path");
    private static final List<String> STATUSES = List.of("'passed'", "'failed'", "'not_verified'", "NULL", "'PASSED'",
            "'checked'", "''");
    private static final List<String> DETAILS = List.of("NULL", "'{\"level\": \"hash\"}'", "'{\"level\": \"parse\"}'",
            "'{\"level\": \"restore\"}'", "'{\"level\": \"compare\"}'", "'{\"level\": \"COMPARE\"}'",
            "'{\"method\": \"gzip -t\"}'", "'looked fine'", "'{\"level\": \"compare\"} junk'", "'[]'",
            "'{\"level\": 3}'", "''");
    private static final List<String> OUTCOMES = List.of("NULL", "'succeeded'", "'failed'", "'running'", "'abandoned'",
            "'Succeeded'", "'paused'");

    private static TestDatabase test;
    private static BackupService backups;
    private static long rows;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("backup_list", List.of(BackupService.ENTITIES));
        backups = new BackupService(test.database());
        test.outside("ALTER TABLE backup_log DROP CONSTRAINT ck_backup_log_type, "
                + "DROP CONSTRAINT ck_backup_log_verification, DROP CONSTRAINT ck_backup_log_outcome, "
                + "DROP CONSTRAINT ck_backup_log_size, MODIFY backup_type VARCHAR(50) NULL, "
                + "MODIFY verification_status VARCHAR(50) NULL, MODIFY verification_details TEXT NULL, "
                + "MODIFY file_size_bytes BIGINT NULL, MODIFY file_path VARCHAR(500) NULL, "
                + "MODIFY backup_method VARCHAR(50) NULL, MODIFY backup_started_at TIMESTAMP NULL");
        var random = new Random(7);
        var values = new ArrayList<String>();
        for (var status : STATUSES) {
            for (var details : DETAILS) {
                for (var outcome : OUTCOMES) {
                    values.add(row(random, status, details, outcome));
                }
            }
        }
        rows = values.size();
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, backup_started_at, "
                + "backup_completed_at, verification_status, verification_details, database_host, database_name, "
                + "backup_method, outcome) VALUES " + String.join(", ", values));
    }

    private static String row(Random random, String status, String details, String outcome) {
        var day = 1 + random.nextInt(28);
        return "('" + new UUID(random.nextLong(), random.nextLong()) + "', "
                + one(random, "'daily'", "'weekly'", "'DAILY'", "'hourly'", "NULL") + ", "
                + one(random, "'/srv/100%_done/a''b.sql.gz'", "'D:\\\\backups\\\\msp-10.4.7.sql'", "'/C++ (old)/x'",
                        "'+AGAVE-APP09*'", "NULL")
                + ", " + one(random, "0", "180196206", "-4", "NULL", "77") + ", "
                + one(random, "'2026-10-" + day + " 02:00:00'", "'2026-10-01 02:00:00'", "NULL") + ", "
                + one(random, "'2026-10-" + day + " 02:01:20'", "'2026-10-01 01:00:00'", "NULL") + ", " + status + ", "
                + details + ", " + one(random, "'db01.msp.test'", "'DC-01'", "NULL") + ", "
                + one(random, "'msp_tracking'", "NULL") + ", " + one(random, "'mysqldump'", "'mydumper'", "NULL") + ", "
                + outcome + ")";
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void theServerGradesAsTheProgramDoes() throws SQLException {
        try (var connection = test.schema().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT id, verification_status, outcome, verification_details FROM backup_log")) {
            var byId = backups.list(BackupFilter.ALL).page(PageRequest.start(BackupService.DEFAULT_ORDER, 2000)).rows();
            var checked = 0;
            while (found.next()) {
                var id = UUID.fromString(found.getString(1));
                var row = byId.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
                assertThat(row.grade())
                        .as("%s %s %s", found.getString(2), found.getString(3), found.getString(4))
                        .isEqualTo(Grade.of(Coded.of(VerificationStatus.class, found.getString(2)),
                                Coded.of(BackupOutcome.class, found.getString(3)),
                                VerificationReport.of(found.getString(4)).level()));
                checked++;
            }
            assertThat(checked).isEqualTo(rows);
        }
    }

    @Test
    void everyOrderReachesEveryRowOnceInBothDirections() {
        var list = backups.list(BackupFilter.ALL);
        for (var column : ORDERS) {
            for (var order : List.of(Order.by(column), Order.byDescending(column))) {
                var whole = list.page(PageRequest.start(order, 2000)).rows();
                var forward = new ArrayList<BackupRow>();
                Position position = new Position.Start();
                while (true) {
                    var page = list.page(new PageRequest(order, position, 97));
                    forward.addAll(page.rows());
                    if (page.last() == null || page.rows().size() < 97) {
                        break;
                    }
                    position = new Position.After(page.last());
                }
                assertThat(forward).as("%s", order).hasSize((int) rows).isEqualTo(whole);
                var end = list.page(new PageRequest(order, new Position.End(), 50));
                assertThat(end.rows()).isEqualTo(whole.subList(whole.size() - 50, whole.size()));
                var first = java.util.Objects.requireNonNull(end.first());
                assertThat(list.page(new PageRequest(order, new Position.Before(first), 60)).rows())
                        .isEqualTo(whole.subList(whole.size() - 110, whole.size() - 50));
            }
        }
    }

    @Test
    void searchFindsWhatLikeFinds() throws SQLException {
        for (var text : List.of("+AGAVE-APP09*", "C++ (", "10.4.", "dc", "%", "_", "'", "100%_done", "\\backups\\",
                "msp",
                "!", "nothing like it")) {
            assertThat(backups.list(BackupFilter.ALL.text(text)).count()).as(text).isEqualTo(like(text));
        }
    }

    private static long like(String text) throws SQLException {
        var sql = "SELECT COUNT(*) FROM backup_log WHERE file_path LIKE ? ESCAPE '|' OR database_host LIKE ? ESCAPE '|' "
                + "OR database_name LIKE ? ESCAPE '|'";
        try (var connection = test.schema().connect(); var statement = connection.prepareStatement(sql)) {
            for (var i = 1; i <= 3; i++) {
                statement.setString(i, "%" + text.replace("%", "|%").replace("_", "|_") + "%");
            }
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void everyFacetCountsWhatItsFilterFinds() {
        var facets = backups.facets(BackupFilter.ALL);
        assertAdds(facets.types(), value -> BackupFilter.ALL.types(Set.of(value)));
        assertAdds(facets.grades(), value -> BackupFilter.ALL.grades(Set.of(value)));
        assertAdds(facets.outcomes(), value -> BackupFilter.ALL.outcomes(Set.of(value)));
        assertAdds(facets.methods(), value -> BackupFilter.ALL.methods(Set.of(value)));
        assertAdds(facets.databases(), value -> BackupFilter.ALL.databases(Set.of(value)));
        assertThat(facets.types()).extracting(Facet::label).contains("Daily", "hourly", "No type");
        assertThat(facets.outcomes()).extracting(Facet::label).contains("Not recorded", "paused");
    }

    private static void assertAdds(List<Facet> facets, java.util.function.Function<String, BackupFilter> filter) {
        assertThat(facets.stream().mapToLong(Facet::count).sum()).isEqualTo(rows);
        for (var facet : facets) {
            assertThat(backups.list(filter.apply(facet.value())).count()).as(facet.label()).isEqualTo(facet.count());
        }
    }

    @Test
    void aFacetIgnoresItsOwnChoiceAndHeedsTheOthers() {
        var filter = BackupFilter.ALL.types(Set.of("daily")).grades(Set.of("PROVED"));
        var facets = backups.facets(filter);
        assertThat(facets.types()).hasSizeGreaterThan(1);
        assertThat(facets.grades()).hasSizeGreaterThan(1);
        assertThat(facets.methods().stream().mapToLong(Facet::count).sum()).isEqualTo(backups.list(filter).count());
    }

    @Test
    void everyOddRowCanBeOpened() {
        for (var row : backups.list(BackupFilter.ALL).page(PageRequest.start(BackupService.DEFAULT_ORDER, 2000))
                .rows()) {
            if (row.id().getLeastSignificantBits() % 5 == 0) {
                var detail = backups.detail(row.id());
                assertThat(detail.row().grade()).isEqualTo(row.grade());
                assertThat(backups.load(row.id()).draft().filePath()).isNotNull();
            }
        }
    }

    @Test
    void theSummaryOfOddRowsIsReadWithoutAFault() {
        var summary = backups.summary();
        assertThat(summary.newestProved()).isNotNull().extracting(BackupRow::grade).isEqualTo(Grade.PROVED);
        assertThat(backups.health().sentence()).isNotBlank();
    }
}
