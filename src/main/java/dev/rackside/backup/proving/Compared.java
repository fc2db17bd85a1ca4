package dev.rackside.backup.proving;

import dev.rackside.backup.VerificationReport.TableCheck;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Watch.Pace;
import dev.rackside.backup.Watch.Stage;
import dev.rackside.backup.dump.Contents;
import dev.rackside.backup.dump.Item;
import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.Sql;
import dev.rackside.backup.dump.TableFacts;
import dev.rackside.text.Messages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was restored beside what must be there: every table with its rows and its checksum, and every object with its
 * definition.
 *
 * @param tables one for each table that must be there
 * @param differences all that differs, in words
 */
public record Compared(List<TableCheck> tables, List<String> differences) {

    /** Compares, through a connection to the restored database. */
    public static Compared of(Connection restored, Manifest manifest, Watch watch) throws SQLException {
        var checks = new ArrayList<TableCheck>();
        var differences = new ArrayList<>(definitions(Contents.read(restored), manifest));
        var there = Contents.items(restored);
        for (var expected : manifest.tables()) {
            watch.check();
            watch.at(new Pace(Stage.COMPARE, 0, 0, checks.size(), manifest.tables().size()));
            if (there.contains(new Item(Item.TABLE, expected.name()))) {
                var found = TableFacts.measure(restored, expected.name());
                var equal = found.checksum().equals(expected.checksum());
                checks.add(new TableCheck(expected.name(), expected.rows(), found.rows(), equal));
                if (found.rows() != expected.rows()) {
                    differences.add(Messages.get("backup.proof.rows", expected.name(), expected.rows(), found.rows()));
                } else if (!equal) {
                    differences.add(Messages.get("backup.proof.checksum", expected.name()));
                }
            } else {
                checks.add(new TableCheck(expected.name(), expected.rows(), null, null));
            }
        }
        differences.addAll(sequences(restored, manifest));
        return new Compared(List.copyOf(checks), List.copyOf(differences));
    }

    /** Whether all of it is as it must be. */
    public boolean same() {
        return differences.isEmpty()
                && tables.stream().allMatch(table -> Boolean.TRUE.equals(table.checksumEqual()));
    }

    private static List<String> definitions(Contents found, Manifest manifest) {
        var differences = new ArrayList<String>();
        var expected = manifest.hashes();
        expected.forEach((item, hash) -> {
            var there = found.definitions().get(item);
            if (there == null) {
                differences.add(Messages.get("backup.proof.missing", item));
            } else if (!there.equals(hash)) {
                differences.add(Messages.get("backup.proof.definition", item));
            }
        });
        found.definitions().keySet().stream().filter(item -> !expected.containsKey(item))
                .forEach(item -> differences.add(Messages.get("backup.proof.extra", item)));
        // A manifest that counts other tables than it names says nothing.
        var counted = manifest.tables().stream().map(TableFacts::name).sorted().toList();
        var named = expected.keySet().stream().filter(item -> item.kind().equals(Item.TABLE)).map(Item::name).sorted()
                .toList();
        if (!counted.equals(named)) {
            differences.add(Messages.get("backup.proof.manifest"));
        }
        return differences;
    }

    private static List<String> sequences(Connection restored, Manifest manifest) throws SQLException {
        var differences = new ArrayList<String>();
        for (var expected : manifest.sequences()) {
            if (!Contents.items(restored).contains(new Item(Item.SEQUENCE, expected.name()))) {
                continue;
            }
            var row = Sql.row(restored,
                    "SELECT next_not_cached_value, cycle_option FROM " + Sql.quoted(expected.name()));
            var found = Long.parseLong(row.getFirst());
            var within = found >= Math.min(expected.from(), expected.to())
                    && found <= Math.max(expected.from(), expected.to());
            if (!within && "0".equals(row.get(1))) {
                differences.add(Messages.get("backup.proof.sequence", expected.name(), expected.from(), found));
            }
        }
        return differences;
    }
}
