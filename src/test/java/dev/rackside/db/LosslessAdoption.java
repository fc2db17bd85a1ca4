package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.SchemaState.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What holds for every adoption of another program's database. */
final class LosslessAdoption {

    private LosslessAdoption() {
    }

    /** Adopts a database and checks what every adoption has to leave as it was. */
    static void of(TestServer.Schema schema, DataSource source) throws SQLException {
        var migrations = Migrations.of(source);
        try (var connection = schema.connect()) {
            assertThat(migrations.state().kind()).isEqualTo(Kind.FOREIGN);
            var effects = new OtherProgram(connection).work();
            var before = ShapeReader.read(connection);
            var sums = Checksums.of(connection);
            var plan = migrations.plan();
            assertThat(plan.obstacles()).isEmpty();

            assertThat(migrations.migrate()).isEqualTo(MigrationFiles.count());

            var changed = Checksums.of(connection, before);
            changed.entrySet().removeAll(sums.entrySet());
            assertThat(changed).as("columns that hold something else now").isEmpty();
            var after = ShapeReader.read(connection);
            assertThat(after.parts()).as("nothing is dropped, renamed or retyped").containsAll(before.parts());
            assertThat(additions(before, after)).isEqualTo(planned(plan));
            assertThat(new OtherProgram(connection).work()).isEqualTo(effects);
            assertThat(migrations.state().kind()).isEqualTo(Kind.CURRENT);
            assertThat(migrations.plan().steps()).isEmpty();
            assertThat(migrations.migrate()).isZero();
            assertThat(ShapeReader.read(connection)).isEqualTo(after);
            noRuleWasAdded(before, after);
        }
    }

    private static void noRuleWasAdded(Shape before, Shape after) {
        for (var table : before.tables()) {
            var added = new ArrayList<Shape.Part>(after.indexes(table.name()).stream()
                    .filter(index -> index.kind() == Shape.IndexKind.UNIQUE
                            && index.columns().stream().anyMatch(name -> before.column(table.name(), name).isPresent()))
                    .toList());
            added.addAll(after.checks(table.name()).stream().filter(check -> before.columns(table.name()).stream()
                    .anyMatch(column -> check.clause().contains("`" + column.name() + "`"))).toList());
            assertThat(before.parts()).containsAll(added);
        }
    }

    static List<String> additions(Shape before, Shape after) {
        return after.parts().stream().filter(part -> !(part instanceof Shape.Check))
                .filter(part -> part instanceof Shape.Table || before.table(part.table()).isPresent())
                .filter(part -> !before.has(part.getClass(), part.table(), part.name()))
                .filter(part -> !part.table().equals(Migrations.HISTORY))
                .map(part -> part.getClass().getSimpleName() + " " + part.table() + "." + part.name()).sorted()
                .toList();
    }

    static List<String> planned(SchemaPlan plan) {
        return plan.steps().stream().flatMap(step -> switch (step.act()) {
            case ADD_TABLE -> List.of("Table " + step.table() + "." + step.table()).stream();
            case ADD_COLUMNS -> step.names().stream().map(name -> "Column " + step.table() + "." + name);
            case ADD_INDEXES -> step.names().stream().map(name -> "Index " + step.table() + "." + name);
            case ADD_FOREIGN_KEYS -> step.names().stream().map(name -> "Reference " + step.table() + "." + name);
            case FILL_COLUMNS -> List.<String>of().stream();
        }).sorted().toList();
    }
}
