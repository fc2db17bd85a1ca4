package dev.rackside.sample;

import dev.rackside.sample.Cast.Client;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Six weeks of daily learning figures, for all and for the busiest clients. */
final class Metrics {

    private static final int DAYS = 42;

    private final Stage stage;
    private final Chance chance;
    private final Table table;

    Metrics(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.table = stage.table("learning_metrics", "id", "metric_date", "client_id", "scope", "metric_name", "value",
                "numerator", "denominator", "computed_at", "created_at");
    }

    void add() {
        var busiest = stage.clients.stream().filter(client -> client.text().share() >= 9).toList();
        for (var days = DAYS; days >= 1; days--) {
            day(stage.today().minusDays(days), null, 10, DAYS - days);
            for (var client : busiest) {
                day(stage.today().minusDays(days), client, 2, DAYS - days);
            }
        }
    }

    private void day(LocalDate day, @Nullable Client client, int scale, int progress) {
        var shown = chance.between(4, 9) * scale;
        var applied = shown * chance.between(25 + progress / 2, 45 + progress / 2) / 100;
        add(day, client, "insights_shown", shown, null);
        add(day, client, "insights_applied", applied, shown);
        add(day, client, "failures_prevented", applied * chance.between(10, 30) / 100, null);
        add(day, client, "examples_held", chance.between(0, scale), null);
        add(day, client, "examples_contradicted", chance.percent(30) ? 1 : 0, null);
        var known = 32 * scale;
        add(day, client, "stale_share", known * Math.max(8, 34 - progress / 3 + chance.between(-1, 1)) / 100, known);
        add(day, client, "repeat_failures", chance.between(0, Math.max(1, scale / 3)), null);
    }

    /** A share where there is a whole, else a count. */
    private void add(LocalDate day, @Nullable Client client, String name, int part, @Nullable Integer whole) {
        var at = day.plusDays(1).atTime(0, 20).toInstant(ZoneOffset.UTC);
        var value = whole == null || whole == 0
                ? BigDecimal.valueOf(part)
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
        table.add(chance.id(at), day.toString(), client == null ? null : client.id(),
                client == null ? "all" : client.id(), name, value, part, whole, at, at);
    }

}
