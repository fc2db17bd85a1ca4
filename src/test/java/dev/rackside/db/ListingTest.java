package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.client.ClientFilter;
import dev.rackside.client.ClientRow;
import dev.rackside.client.ClientService;
import dev.rackside.row.Cursor;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A list read by keyset shows what one query of everything would, in every order, from either end. */
class ListingTest {

    private static final int SIZE = 7;
    private static final Map<String, String> COLUMNS = Map.of("name", "name", "type", "type", "domain", "domain_name",
            "subnet", "network_subnet", "contact", "primary_contact", "active", "is_active", "updated", "updated_at");

    private static TestDatabase test;
    private static Rows<ClientRow> rows;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("listing", List.of(ClientService.ENTITIES));
        var values = new ArrayList<String>();
        for (var i = 0; i < 60; i++) {
            // Ties, NULLs, and texts that the collation holds for equal.
            values.add("('%s', 'Client %02d', '%s', %s, %s, %s, %d, '2026-01-%02d 10:00:00')".formatted(Ids.next(), i,
                    i % 3 == 0 ? "internal" : "msp_client", i % 4 == 0 ? "NULL" : "'d" + i % 5 + ".local'",
                    i % 7 == 0 ? "NULL" : "'10." + i % 6 + ".0.0/16'",
                    i % 2 == 0 ? "NULL" : i % 3 == 0 ? "'Renée'" : "'RENEE'", i % 2, 1 + i % 9));
        }
        test.outside("INSERT INTO clients (id, name, type, domain_name, network_subnet, primary_contact, is_active,"
                + " updated_at) VALUES " + String.join(", ", values));
        rows = new ClientService(test.database()).list(ClientFilter.ALL);
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void pagesFollowEachOtherForwardsInEveryOrder() throws SQLException {
        for (var order : orders()) {
            assertThat(walk(order, new Position.Start(), true)).as("%s", order).isEqualTo(expected(order));
        }
    }

    @Test
    void pagesFollowEachOtherBackwardsInEveryOrder() throws SQLException {
        for (var order : orders()) {
            assertThat(walk(order, new Position.End(), false)).as("%s", order).isEqualTo(expected(order));
        }
    }

    @Test
    void everyPlaceIsFoundByItsIndex() throws SQLException {
        for (var order : orders()) {
            var all = expected(order);
            for (var index : List.of(0, 1, 13, 29, 31, 52, 59)) {
                var page = rows.page(new PageRequest(order, new Position.At(index, all.size()), SIZE));
                assertThat(ids(page)).as("%s from %s", order, index)
                        .isEqualTo(all.subList(index, Math.min(all.size(), index + SIZE)));
            }
        }
    }

    @Test
    void rowsThatChangedSinceAreCounted() {
        var readAt = rows.page(PageRequest.start(Order.by("name"), SIZE)).readAt();
        assertThat(rows.newerThan(readAt)).isZero();
        test.outside("UPDATE clients SET updated_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE name = 'Client 07'");
        assertThat(rows.newerThan(readAt)).isEqualTo(1);
        assertThat(rows.count()).isEqualTo(60);
    }

    @Test
    void unknownColumnIsNotAnOrder() {
        assertThatThrownBy(() -> rows.page(PageRequest.start(Order.by("id; drop table clients"), SIZE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<UUID> walk(Order order, Position from, boolean forwards) {
        var seen = new ArrayList<UUID>();
        var position = from;
        while (true) {
            var page = rows.page(new PageRequest(order, position, SIZE));
            if (page.rows().isEmpty()) {
                return seen;
            }
            seen.addAll(forwards ? seen.size() : 0, ids(page));
            position = forwards
                    ? new Position.After(cursor(page.last()))
                    : new Position.Before(cursor(page.first()));
        }
    }

    private static Cursor cursor(@org.jspecify.annotations.Nullable Cursor cursor) {
        return Objects.requireNonNull(cursor);
    }

    private static List<UUID> ids(Page<ClientRow> page) {
        return page.rows().stream().map(ClientRow::id).toList();
    }

    private static List<Order> orders() {
        return COLUMNS.keySet().stream().sorted().flatMap(name -> List.of(Order.by(name), Order.byDescending(name))
                .stream()).toList();
    }

    private static List<UUID> expected(Order order) throws SQLException {
        var direction = order.descending() ? " DESC" : "";
        var sql = "SELECT id FROM clients ORDER BY " + COLUMNS.get(order.column()) + direction + ", id" + direction;
        var ids = new ArrayList<UUID>();
        try (var connection = test.schema().connect(); var all = connection.createStatement().executeQuery(sql)) {
            while (all.next()) {
                ids.add(UUID.fromString(all.getString(1)));
            }
        }
        return ids;
    }
}
