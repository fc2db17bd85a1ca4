package dev.rackside.sample;

import dev.rackside.sample.Cast.Client;
import dev.rackside.sample.Cast.Machine;
import dev.rackside.sample.Cast.Session;
import dev.rackside.sample.TextBlocks.Block;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The technicians' sessions and what was done in them. */
final class Sessions {

    private static final String COMPLETED = "completed";
    /** So many sessions are going on right now. */
    private static final int OPEN = 3;

    private final Stage stage;
    private final Chance chance;
    private final Table sessions;
    private final Table items;
    private final Table itemTags;
    private final List<Kind> kinds;
    private final List<String> extras;
    private long itemsSoFar;

    /** A kind of session, and how often it comes in proportion to the others. */
    private record Kind(Block block, int weight) {}

    /** What is to be done, before the rows. */
    private record Plan(Client client, @Nullable Machine machine, Block block, Instant start) {

        Plan from(Instant other) {
            return new Plan(client, machine, block, other);
        }
    }

    /** A line of the resource: category, priority, minutes, tags, title, description. */
    private record Item(String category, String priority, int minutes, List<String> tags, String title,
            String description) {

        static Item of(String line) {
            var parts = line.split("\\s*\\|\\s*", 6);
            return new Item(parts[0], parts[1], Integer.parseInt(parts[2]),
                    parts[3].equals("-") ? List.of() : List.of(parts[3].split(",")), parts[4], parts[5]);
        }
    }

    Sessions(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.sessions = stage.table("sessions", "id", "client_id", "session_title", "session_date", "start_time",
                "end_time", "status", "is_billable", "billable_hours", "technician", "summary", "notes", "created_at",
                "updated_at");
        this.items = stage.table("work_items", "id", "session_id", "category", "title", "description", "status",
                "priority", "infrastructure_id", "estimated_minutes", "actual_minutes", "completed_at", "created_at",
                "updated_at");
        this.itemTags = stage.table("work_item_tags", "work_item_id", "tag_id");
        var all = TextBlocks.read("sessions.md");
        this.kinds = all.stream().map(block -> new Kind(block, block.number("weight", 1)))
                .filter(kind -> kind.weight() > 0).toList();
        this.extras = all.stream().filter(block -> block.key().equals("extras")).flatMap(
                block -> block.all("item").stream()).toList();
    }

    void add(int count) {
        add(count, 0);
    }

    /** @param wantedItems how many work items there shall be in all; 0 for as many as come */
    void add(int count, int wantedItems) {
        var plans = new ArrayList<Plan>();
        while (plans.size() < count) {
            plan().ifPresent(plans::add);
        }
        plans.sort(Comparator.comparing(Plan::start));
        for (var i = 0; i < plans.size(); i++) {
            var fromEnd = count - 1 - i;
            var left = wantedItems == 0 ? -1 : Math.ceilDiv(wantedItems * (i + 1L), count) - itemsSoFar;
            add(fromEnd < OPEN
                    ? plans.get(i).from(stage.now().minus(Duration.ofMinutes(25 + fromEnd * 70L)))
                    : plans.get(i), status(fromEnd), (int) left);
        }
    }

    private Optional<Plan> plan() {
        var client = chance.weighted(stage.clients, each -> each.text().share());
        var block = chance.weighted(kinds, Kind::weight).block();
        var on = block.get("on", "");
        var machines = on.isEmpty() ? client.machines() : client.matching(on);
        if (machines.isEmpty()) {
            return Optional.empty();
        }
        var machine = chance.one(machines);
        var start = Stage.workingTime(chance, Clients.knownSince(stage, client, on.isEmpty() ? null : machine),
                client.until().minus(Duration.ofHours(9)));
        return Optional.of(new Plan(client, machine, block, start));
    }

    /** @param fromEnd how many sessions come after it; only the newest are unfinished */
    private String status(int fromEnd) {
        if (fromEnd < OPEN) {
            return "in_progress";
        }
        return fromEnd < 25 && chance.percent(25) ? chance.one("pending", "blocked") : COMPLETED;
    }

    /** @param wantedItems how many work items it shall have; negative for as many as come */
    private void add(Plan plan, String status, int wantedItems) {
        var filling = new Filling(chance, plan.client(), plan.machine(), plan.start());
        var id = chance.id(plan.start());
        var usual = plan.block().all("item");
        var mixed = chance.shuffled(extras);
        var more = wantedItems < 0
                ? chance.weighted(List.of(0, 1, 2), n -> n == 0 ? 4 : 3)
                : Math.clamp(wantedItems - usual.size(), 0, extras.size());
        var work = Stream.concat(usual.stream(), mixed.subList(0, more).stream()).map(Item::of).toList();
        itemsSoFar += work.size();
        var open = status.equals("in_progress");
        var technician = chance.one(People.TECHNICIANS);
        var ids = new ArrayList<String>();
        var clock = plan.start();
        for (var i = 0; i < work.size(); i++) {
            var minutes = Math.max(5, work.get(i).minutes() * chance.between(60, 150) / 100 / 5 * 5);
            var unfinished = !status.equals(COMPLETED) && i == work.size() - 1;
            var begun = clock.isAfter(stage.now()) ? stage.now() : clock;
            var end = clock.plus(Duration.ofMinutes(minutes));
            ids.add(item(plan, work.get(i), id, begun, unfinished || end.isAfter(stage.now()) ? null : end, filling,
                    unfinished ? status : COMPLETED));
            clock = end;
        }
        var end = clock.isAfter(stage.now()) ? stage.now() : clock;
        var title = filling.fill(chance.one(plan.block().all("title")));
        stage.sessions.add(new Session(id, plan.client(), title, technician, plan.start(), end, List.copyOf(ids)));
        var billable = plan.client().text().type().equals("msp_client") && chance.percent(80);
        sessions.add(id, plan.client().id(), title, LocalDate.ofInstant(plan.start(), ZoneOffset.UTC).toString(),
                plan.start(), open ? null : end, status, billable, billable && !open ? hours(plan.start(), end) : null,
                technician, filling.fill(summary(plan, status)), notes(filling), plan.start(),
                open ? stage.now() : end);
    }

    private String item(Plan plan, Item item, String session, Instant start, @Nullable Instant end, Filling filling,
            String status) {
        var id = chance.id(start);
        var settled = end == null && status.equals(COMPLETED) ? "pending" : status;
        if (end != null && chance.percent(2)) {
            settled = "deferred";
        }
        var done = settled.equals(COMPLETED) ? end : null;
        var machine = item.title().contains("{{host}}") || chance.percent(35) ? plan.machine() : null;
        var touched = end == null ? start : end;
        items.add(id, session, item.category(), filling.fill(item.title()), filling.fill(item.description()), settled,
                item.priority(), machine == null ? null : machine.id(), item.minutes(),
                done == null ? null : (int) Duration.between(start, done).toMinutes(), done, start, touched);
        for (var tag : item.tags()) {
            itemTags.add(id, stage.tags.get(tag));
        }
        return id;
    }

    private static String summary(Plan plan, String status) {
        return switch (status) {
            case "in_progress" -> "[[Under way.||Under way, {{user}} is on the telephone.]]";
            case "pending" -> "Begun; the rest [[with the next visit||after office hours]].";
            case "blocked" -> "Waits for [[the vendor's answer||{{contact}}'s word||a spare part]].";
            default -> plan.block().get("summary", "");
        };
    }

    private @Nullable String notes(Filling filling) {
        return chance.percent(18)
                ? filling.fill(chance.one("{{user}} will ring if it comes back.",
                        "Access to the building by {{contact}}, parking behind the house.",
                        "Next time: do {{host}} first, it takes longest.",
                        "Quote for the replacement went out {{date}}."))
                : null;
    }

    private static BigDecimal hours(Instant start, Instant end) {
        var quarters = Math.max(1, Math.ceilDiv(Duration.between(start, end).toMinutes(), 15));
        return BigDecimal.valueOf(quarters * 25, 2);
    }
}
