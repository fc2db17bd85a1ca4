package dev.rackside.sample;

import dev.rackside.sample.Cast.Client;
import dev.rackside.sample.Cast.Insight;
import dev.rackside.sample.Cast.Machine;
import dev.rackside.sample.TextBlocks.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What has been learned about the clients' environments, and who said that it is still true. */
final class Insights {

    static final List<String> CATEGORIES = List.of("command_constraints", "service_configuration",
            "version_limitations", "custom_installations", "network_constraints", "permissions");

    private static final List<String> NOTES = List.of("Checked while on site.", "Still so after the updates.",
            "Asked {{contact}}, nothing changed.", "Same on the second machine.", "Tried again, same message.");

    private final Stage stage;
    private final List<Integer> moreVerifications;
    private final Chance chance;
    private final Table insights;
    private final Table verifications;

    /** A block that is still to be used, with the places it can hold at. */
    record Topic(String category, Block block, List<Place> places) {}

    /** Where an insight holds: a machine, a whole client, or (both null) everywhere. */
    record Place(@Nullable Client client, @Nullable Machine machine) {}

    Insights(Stage stage) {
        this(stage, List.of(0, 1, 2, 3, 5, 8));
    }

    /** @param moreVerifications how many there may be besides the newest; the fewer the likelier */
    Insights(Stage stage, List<Integer> moreVerifications) {
        this.stage = stage;
        this.moreVerifications = moreVerifications;
        this.chance = stage.chance();
        this.insights = stage.table("environmental_insights", "id", "client_id", "infrastructure_id",
                "insight_category", "insight_title", "insight_description", "examples", "source_pattern_id",
                "confidence_level", "verification_count", "priority", "last_verified", "created_at", "updated_at");
        this.verifications = stage.table("insight_verifications", "id", "insight_id", "verified_by", "verified_at",
                "note", "created_at");
    }

    /** Each topic once, then each a second time at another place, and so on, until there are enough. */
    void add(int count) {
        var topics = chance.shuffled(topics());
        for (var round = 0; stage.insights.size() < count; round++) {
            var left = round;
            var usable = topics.stream().filter(topic -> topic.places().size() > left).toList();
            if (usable.isEmpty()) {
                return;
            }
            for (var topic : usable.subList(0, Math.min(usable.size(), count - stage.insights.size()))) {
                stage.insights.add(add(topic, topic.places().get(round), round, null));
            }
        }
    }

    private List<Topic> topics() {
        var topics = new ArrayList<Topic>();
        for (var topic : read()) {
            topics.add(new Topic(topic.category(), topic.block(), chance.shuffled(places(topic.block()))));
        }
        return topics;
    }

    /** All topics, without the places that they hold at. */
    static List<Topic> read() {
        return CATEGORIES.stream().flatMap(category -> TextBlocks.read("insights/" + category + ".md").stream()
                .map(block -> new Topic(category, block, List.of()))).toList();
    }

    private List<Place> places(Block block) {
        var on = block.get("on", "");
        return switch (block.get("scope", "machine")) {
            case "everywhere" -> List.of(new Place(null, null));
            case "client" -> clients(block).filter(client -> !client.matching(on).isEmpty())
                    .map(client -> new Place(client, null)).toList();
            default -> clients(block).flatMap(client -> client.matching(on).stream())
                    .map(machine -> new Place(machine.client(), machine)).toList();
        };
    }

    /** Those that a topic suits: all, or the trades that it names by their prefixes. */
    private Stream<Client> clients(Block block) {
        var named = block.get("clients", "");
        return stage.clients.stream()
                .filter(client -> named.isEmpty() || List.of(named.split(",")).contains(client.text().prefix()));
    }

    /** @param at when it was written down; null for some time that fits */
    Insight add(Topic topic, Place place, int round, @Nullable Instant at) {
        var block = topic.block();
        var client = place.client();
        var until = client == null ? stage.now() : client.until();
        var since = client == null ? stage.daysAgo(Stage.DAYS) : Clients.knownSince(stage, client, place.machine());
        var created = at != null ? at : Stage.workingTime(chance, since, until.minus(Duration.ofHours(2)));
        var id = chance.id(created);
        var filling = new Filling(chance, client, place.machine(), created);
        var verified = verifiedAt(created, until);
        var grade = verified.isEmpty() ? chance.one("suspected", "suspected", "likely") : grade(block);
        var insight = new Insight(id, client, place.machine(), block, grade, filling, created, verified);
        var titles = block.all("title");
        var title = filling.fill(titles.get(round % titles.size()));
        var count = verified.map(last -> verify(insight, last)).orElse(0);
        insights.add(id, client == null ? null : client.id(), place.machine() == null ? null : place.machine().id(),
                topic.category(), title, description(block, filling, client), examples(block, filling),
                pattern(block, client), grade, count, priority(block), verified.orElse(null), created,
                verified.orElse(created));
        return insight;
    }

    private String grade(Block block) {
        var given = block.get("grade", "");
        if (!given.isEmpty() && chance.percent(85)) {
            return given;
        }
        return chance.weighted(List.of("confirmed", "likely", "suspected"), grade -> switch (grade) {
            case "confirmed" -> 45;
            case "likely" -> 35;
            default -> 20;
        });
    }

    private int priority(Block block) {
        return Math.clamp(block.number("priority", 5) + chance.between(-1, 1), 1, 10);
    }

    /** Most were looked at within half a year, a fourth are stale, a few were never looked at again. */
    private Optional<Instant> verifiedAt(Instant created, Instant until) {
        if (chance.percent(8)) {
            return Optional.empty();
        }
        var stale = stage.daysAgo(182);
        var from = chance.percent(40) || created.isAfter(stale) ? created : stale;
        var last = from.equals(created) && created.isBefore(stale) ? stale : until;
        return Optional.of(Stage.workingTime(chance, from, last)).map(at -> at.isBefore(created) ? created : at);
    }

    private String description(Block block, Filling filling, @Nullable Client client) {
        var text = filling.fill(block.text());
        if (client == null || chance.percent(55)) {
            return text;
        }
        return text + "\n\n" + filling.fill(chance.one("Agreed with {{contact}} on {{date}}.",
                "*Found while looking for something else;* {{user}} had lived with it for months.",
                "See the [runbook](https://docs.example.com/runbooks/{{prefix}}).",
                "~~Could be put right with the next maintenance.~~ Looked into on {{date}}: stays as it is.",
                "If it changes, tell {{contact}} **before** touching production.",
                "Last change here: {{date}}, outside of hours."));
    }

    private @Nullable String examples(Block block, Filling filling) {
        var commands = block.all("try").stream().map(filling::fill).toList();
        return commands.isEmpty() || chance.percent(6) ? null : JsonMapper.shared().writeValueAsString(commands);
    }

    private @Nullable String pattern(Block block, @Nullable Client client) {
        var key = block.get("pattern", "");
        return stage.patterns.getOrDefault(key, List.of()).stream().filter(pattern -> pattern.fits(client))
                .map(Cast.Pattern::id).findFirst().orElse(null);
    }

    /** Writes the verifications, the newest at {@code last}, and says how many there are. */
    private int verify(Insight insight, Instant last) {
        var times = new ArrayList<Instant>();
        times.add(last);
        var wanted = chance.weighted(moreVerifications, more -> 30 - 3 * more);
        for (var i = 0; i < wanted; i++) {
            times.add(chance.instant(insight.created(), last));
        }
        times.sort(null);
        for (var at : times) {
            var note = insight.client() != null && chance.percent(30)
                    ? insight.filling().fill(chance.one(NOTES))
                    : null;
            verifications.add(chance.id(at), insight.id(), chance.one(People.TECHNICIANS), at, note, at);
        }
        return times.size();
    }
}
