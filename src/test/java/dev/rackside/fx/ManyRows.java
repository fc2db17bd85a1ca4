package dev.rackside.fx;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Cursor;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list of any length that exists only as its indices; deleted ones are left out. Keeps what it was asked. */
final class ManyRows implements Rows<ManyRows.Line> {

    /** A row with its number; the id says the number too. */
    record Line(UUID id, int number, String title) implements Row {}

    static final Instant READ_AT = Instant.parse("2026-11-22T12:00:00Z");

    final List<PageRequest> asked = new ArrayList<>();
    int counted;
    int size;
    int insertedAbove;
    long newer;
    String suffix = "";
    @Nullable
    Problem broken;

    ManyRows(int size) {
        this.size = size;
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    static Problem away() {
        return new Problem(ErrorCode.SERVER_UNREACHABLE, "db.example:3306");
    }

    @Override
    public Page<Line> page(PageRequest request) {
        asked.add(request);
        fail();
        var wanted = request.size();
        var from = switch (request.position()) {
            case Position.Start _ -> 0;
            case Position.End _ -> Math.max(0, size - wanted);
            case Position.After after -> place(after.cursor()) + 1;
            case Position.Before before -> Math.max(0, place(before.cursor()) - wanted);
            case Position.At at -> (int) at.index();
        };
        var rows = new ArrayList<Line>();
        for (int place = from; place < Math.min(size, from + wanted); place++) {
            rows.add(line(place, request.order()));
        }
        return rows.isEmpty()
                ? new Page<>(rows, null, null, READ_AT)
                : new Page<>(rows, new Cursor(List.of(from)), new Cursor(List.of(from + rows.size() - 1)), READ_AT);
    }

    @Override
    public long count() {
        counted++;
        fail();
        return size;
    }

    @Override
    public long newerThan(Instant readAt) {
        fail();
        return newer;
    }

    /** Rows above the others have negative numbers, so that the others keep theirs. */
    private Line line(int place, Order order) {
        var number = (order.descending() ? size - 1 - place : place) - insertedAbove;
        return new Line(id(number), number, "Row " + number + suffix);
    }

    private static int place(Cursor cursor) {
        return (Integer) Objects.requireNonNull(cursor.values().getFirst());
    }

    private void fail() {
        if (broken != null) {
            throw broken;
        }
    }
}
