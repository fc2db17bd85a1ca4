package dev.rackside.db;

import dev.rackside.db.SchemaPlan.Act;
import dev.rackside.db.SchemaPlan.Obstacle;
import dev.rackside.db.SchemaPlan.Reason;
import dev.rackside.db.SchemaPlan.Step;
import dev.rackside.db.Shape.IndexKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares a database with the tables that this program knows: what the migrations will add to it, what stands in
 * their way, and the types that their placeholders stand for. The rules are those that the migrations' own statements
 * follow; the tests compare the plan with what was added.
 */
final class Adoption {

    /** Tables that other programs of this domain have; the migrations add what they lack, and never a rule. */
    private static final Set<String> SHARED = Set.of("clients", "infrastructure", "sessions", "tags",
            "failure_patterns", "work_items", "environmental_insights", "external_integrations",
            "integration_credentials", "ticket_links", "backup_log");
    /** Junctions are taken as they are. */
    private static final Set<String> JUNCTIONS = Set.of("work_item_tags", "infrastructure_tags");
    /** Tables whose ids stand in columns of others, each with a placeholder for the type. */
    private static final Set<String> REFERRED_TO = Set.of("clients", "infrastructure", "sessions", "tags",
            "failure_patterns", "work_items", "environmental_insights", "api_users", "backup_schedules", "backup_log",
            "integration_credentials");
    /** Columns that come with their keys in one statement; a column that is there already gets none. */
    private static final Set<String> WITH_THEIR_KEYS = Set.of("work_items.infrastructure_id",
            "backup_log.schedule_id");
    /** Columns whose stamps the filling statement writes by name. */
    private static final Set<String> STAMPS_WRITTEN = Set.of("created_at", "completed_at", "updated_at");
    private static final String DEFAULT_ID = "char(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";
    private static final Pattern ID_TYPE = Pattern.compile("uuid|char\\(36\\)|varchar\\((3[6-9]|[4-9]\\d|\\d{3,})\\)");
    private static final Pattern WITHOUT_LENGTH = Pattern.compile("(tiny|medium|long)?(text|blob)");

    private final Shape known;
    private final Shape there;
    private final SchemaState state;

    Adoption(Shape known, Shape there, SchemaState state) {
        this.known = known;
        this.there = there;
        this.state = state;
    }

    SchemaPlan plan() {
        if (state.kind() == SchemaState.Kind.CURRENT || state.kind() == SchemaState.Kind.NEWER) {
            return new SchemaPlan(state, List.of(), List.of());
        }
        var steps = new ArrayList<Step>();
        var obstacles = new ArrayList<Obstacle>();
        for (var table : known.tables()) {
            if (there.table(table.name()).isEmpty()) {
                steps.add(new Step(Act.ADD_TABLE, table.name(), List.of()));
            } else {
                steps.addAll(additions(table.name()));
                obstacles.addAll(obstacles(table.name()));
            }
        }
        return new SchemaPlan(state, steps, obstacles);
    }

    private List<Step> additions(String table) {
        if (!SHARED.contains(table) && state.found() == 0 && !isRacksides(table)) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        add(steps, Act.ADD_COLUMNS, table, names(known.columns(table), column -> lacksColumn(table, column.name())));
        add(steps, Act.ADD_INDEXES, table, names(known.indexes(table), this::willBeAdded));
        add(steps, Act.ADD_FOREIGN_KEYS, table, names(known.references(table), this::willBeAdded));
        if (table.equals("work_items") && lacksColumn(table, "infrastructure_id")
                && !lacksColumn(table, "infrastructure_ids")) {
            steps.add(new Step(Act.FILL_COLUMNS, table, List.of("infrastructure_id")));
        }
        return steps;
    }

    /** Whether a migration of ours made the table; one of another program stops the adoption instead. */
    private boolean isRacksides(String table) {
        return !SHARED.contains(table) && !JUNCTIONS.contains(table) && missing(table).isEmpty();
    }

    private boolean willBeAdded(Shape.Index index) {
        var first = index.columns().getFirst();
        if (there.has(Shape.Index.class, index.table(), index.name()) || index.kind() == IndexKind.PRIMARY) {
            return false;
        }
        if (isGuarded(index.table(), first)) {
            return lacksColumn(index.table(), first);
        }
        return index.kind() != IndexKind.UNIQUE || !SHARED.contains(index.table());
    }

    private boolean willBeAdded(Shape.Reference key) {
        var first = key.columns().getFirst();
        if (there.has(Shape.Reference.class, key.table(), key.name())) {
            return false;
        }
        if (isGuarded(key.table(), first)) {
            return lacksColumn(key.table(), first);
        }
        return !SHARED.contains(key.table()) && !JUNCTIONS.contains(key.table());
    }

    private static boolean isGuarded(String table, String column) {
        return WITH_THEIR_KEYS.contains(table + "." + column);
    }

    private boolean lacksColumn(String table, String column) {
        return there.column(table, column).isEmpty();
    }

    private static <P extends Shape.Part> List<String> names(List<P> parts, Predicate<P> wanted) {
        return parts.stream().filter(wanted).map(Shape.Part::name).toList();
    }

    private static void add(List<Step> steps, Act act, String table, List<String> names) {
        if (!names.isEmpty()) {
            steps.add(new Step(act, table, names));
        }
    }

    private List<Obstacle> obstacles(String table) {
        var found = there.table(table).orElseThrow();
        var obstacles = new ArrayList<Obstacle>();
        if (found.engine().isEmpty()) {
            return List.of(new Obstacle(Reason.NOT_A_TABLE, table, table));
        }
        if (!found.engine().equalsIgnoreCase("InnoDB")) {
            obstacles.add(new Obstacle(Reason.ENGINE, table, found.engine()));
        }
        if (REFERRED_TO.contains(table)) {
            obstacles.addAll(idObstacles(table));
        }
        for (var index : known.indexes(table)) {
            if (willBeAdded(index)) {
                obstacles.addAll(indexObstacles(index));
            }
        }
        if (state.found() == 0 && !SHARED.contains(table) && !missing(table).isEmpty()) {
            obstacles.add(new Obstacle(Reason.NAME_TAKEN, table, String.join(", ", missing(table))));
        }
        return obstacles;
    }

    private List<String> missing(String table) {
        return names(known.columns(table), column -> lacksColumn(table, column.name()));
    }

    private List<Obstacle> idObstacles(String table) {
        var id = there.column(table, "id");
        if (id.isEmpty() || !ID_TYPE.matcher(id.get().type()).matches()) {
            return List.of(new Obstacle(Reason.ID_TYPE, table, id.map(Shape.Column::type).orElse("-")));
        }
        var indexed = there.indexes(table).stream().anyMatch(index -> index.columns().getFirst().equals("id")
                && (index.kind() == IndexKind.PRIMARY || index.kind() == IndexKind.UNIQUE));
        return indexed ? List.of() : List.of(new Obstacle(Reason.ID_NOT_UNIQUE, table, id.get().type()));
    }

    private List<Obstacle> indexObstacles(Shape.Index index) {
        var present = index.columns().stream().flatMap(name -> there.column(index.table(), name).stream()).toList();
        if (index.kind() != IndexKind.FULLTEXT) {
            return present.stream().filter(column -> WITHOUT_LENGTH.matcher(column.type()).matches())
                    .map(column -> new Obstacle(Reason.INDEX_TYPE, index.table(), column.name() + " " + column.type()))
                    .toList();
        }
        var collations = new HashSet<>(present.stream().map(Shape.Column::collation).toList());
        if (present.size() < index.columns().size()) {
            there.table(index.table()).ifPresent(table -> collations.add(table.collation()));
        }
        return collations.size() < 2
                ? List.of()
                : List.of(new Obstacle(Reason.TEXT_COLLATIONS, index.table(), String.join(", ", index.columns())));
    }

    /**
     * What stands for the migrations' placeholders: the type of every id that is referred to, as it is in this
     * database. They don't enter the migrations' checksums.
     */
    Map<String, String> placeholders() {
        var values = new HashMap<String, String>();
        for (var table : REFERRED_TO) {
            values.put(table + "_id", there.column(table, "id").map(Shape.Column::fullType).orElse(DEFAULT_ID));
        }
        var machineId = there.column("infrastructure", "id").filter(id -> !id.collation().isEmpty());
        values.put("infrastructure_charset", machineId.map(Shape.Column::charset).orElse("utf8mb4"));
        values.put("infrastructure_collation", machineId.map(Shape.Column::collation).orElse("utf8mb4_unicode_ci"));
        values.put("work_items_stamps", there.columns("work_items").stream()
                .filter(column -> column.stamped() && !STAMPS_WRITTEN.contains(column.name()))
                .map(column -> "w." + Identifier.quoted(column.name()))
                .map(name -> ", " + name + " = " + name).collect(Collectors.joining()));
        return values;
    }
}
