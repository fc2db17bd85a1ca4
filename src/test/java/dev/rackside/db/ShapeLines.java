package dev.rackside.db;

import java.util.List;

/** A shape as the lines of {@code known-schema.tsv}. */
final class ShapeLines {

    private ShapeLines() {
    }

    static List<String> of(Shape shape) {
        return shape.parts().stream().filter(part -> !part.table().equals(Migrations.HISTORY)).map(ShapeLines::line)
                .toList();
    }

    private static String line(Shape.Part part) {
        return String.join("\t", switch (part) {
            case Shape.Table t -> List.of("table", t.name(), t.engine(), t.collation());
            case Shape.Column c -> List.of("column", c.table(), c.name(), c.type(), c.collation(),
                    c.nullable() ? "null" : "not null", c.stamped() ? "stamped" : "");
            case Shape.Index i -> List.of("index", i.table(), i.name(), i.kind().name(), String.join(",", i.columns()));
            case Shape.Reference r -> List.of("reference", r.table(), r.name(), String.join(",", r.columns()),
                    r.target(), String.join(",", r.targetColumns()), r.onDelete());
            case Shape.Check c -> List.of("check", c.table(), c.name(), c.clause());
        });
    }
}
