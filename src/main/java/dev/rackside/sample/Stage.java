package dev.rackside.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is put together before anything is written: the cast, the tables in the order of writing, and the time. */
final class Stage {

    /** How far back the work goes: fourteen months. */
    static final int DAYS = 425;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Instant now;
    private final Chance chance;
    private final List<Table> tables = new ArrayList<>();
    private final Table.Outlet outlet;

    final List<Cast.Client> clients = new ArrayList<>();
    final List<Cast.Session> sessions = new ArrayList<>();
    /** By key. */
    final Map<String, List<Cast.Pattern>> patterns = new LinkedHashMap<>();
    final List<Cast.Insight> insights = new ArrayList<>();
    /** Id by name. */
    final Map<String, String> tags = new LinkedHashMap<>();

    /** Keeps all rows until they are written. */
    Stage(Instant now, long seed) {
        this(now, seed, _ -> {
        });
    }

    /** @param outlet takes rows while more are made, where they are too many to keep */
    Stage(Instant now, long seed, Table.Outlet outlet) {
        this.now = now;
        this.chance = new Chance(seed);
        this.outlet = outlet;
    }

    Instant now() {
        return now;
    }

    /** Chance for one part; parts must ask in the same order each time. */
    Chance chance() {
        return chance.split();
    }

    /** A table, written after those that were asked for before it. */
    Table table(String name, String... columns) {
        return flowing(Table.of(name, columns));
    }

    /** Changes of a table's rows, made after what was asked for before it. */
    Table changes(String name, String... columns) {
        return flowing(Table.changing(name, columns));
    }

    private Table flowing(Table table) {
        table.flowsTo(outlet);
        tables.add(table);
        return table;
    }

    List<Table> tables() {
        return tables;
    }

    List<Cast.Machine> machines() {
        return clients.stream().flatMap(client -> client.machines().stream()).toList();
    }

    Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** A moment of a working day between two instants; never later than the second. */
    static Instant workingTime(Chance chance, Instant from, Instant until) {
        var day = LocalDate.ofInstant(chance.instant(from, until), ZoneOffset.UTC);
        while (WEEKEND.contains(day.getDayOfWeek())) {
            day = day.minusDays(chance.between(1, 6));
        }
        var at = day.atTime(chance.between(7, 16), chance.between(0, 11) * 5, chance.between(0, 59))
                .toInstant(ZoneOffset.UTC);
        return at.isAfter(until) ? until : at;
    }
}
