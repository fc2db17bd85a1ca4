package dev.rackside.sample;

import dev.rackside.sample.Cast.Insight;
import dev.rackside.sample.Cast.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Observations that bear on the insights. */
final class Evidence {

    private static final String SEPARATOR = " | ";
    private static final String HELD = "held";
    private static final String CONTRADICTED = "contradicted";
    private static final String INCONCLUSIVE = "inconclusive";

    private static final List<String> CHANGED = List.of("Went through without the workaround",
            "No longer so: somebody changed it, nobody wrote it down", "Different result on this machine");
    private static final List<String> UNCLEAR = List.of("Machine was restarted half way, result not clear",
            "Worked at the second attempt", "Only tried by telephone, didn't see the message",
            "Log had rolled over already");

    private final Stage stage;
    private final Chance chance;
    private final Table table;

    Evidence(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance();
        this.table = stage.table("environmental_examples", "id", "insight_id", "infrastructure_id", "session_id",
                "work_item_id", "outcome", "what_was_tried", "expected", "observed", "source", "recorded_by",
                "observed_at", "created_at");
    }

    void add() {
        for (var insight : stage.insights) {
            var count = switch (insight.grade()) {
                case "confirmed" -> chance.between(1, 5);
                case "likely" -> chance.between(0, 3);
                default -> chance.between(0, 2);
            };
            add(insight, count);
        }
    }

    void add(Insight insight, int count) {
        for (var i = 0; i < count; i++) {
            add(insight, outcome(insight));
        }
    }

    private String outcome(Insight insight) {
        var held = switch (insight.grade()) {
            case "confirmed" -> 90;
            case "likely" -> 70;
            default -> 40;
        };
        if (chance.percent(held)) {
            return HELD;
        }
        return chance.percent(60) ? CONTRADICTED : INCONCLUSIVE;
    }

    private void add(Insight insight, String outcome) {
        var client = insight.client();
        var until = client == null ? stage.now() : client.until();
        // Newer observations are more: a fair half falls into the last third.
        var from = chance.percent(50)
                ? until.minus(Duration.between(insight.created(), until).dividedBy(3))
                : insight
                        .created();
        var at = Stage.workingTime(chance, from, until.minus(Duration.ofMinutes(10)));
        if (at.isBefore(insight.created())) {
            at = insight.created();
        }
        var session = chance.percent(60) ? sessionAt(insight, at) : Optional.<Session>empty();
        var when = session.map(Session::start).map(start -> start.plus(Duration.ofMinutes(10))).orElse(at);
        var source = session.isPresent() ? "session" : chance.percent(12) ? "import" : "technician";
        var said = words(insight, outcome);
        table.add(chance.id(when), insight.id(), insight.machine() == null ? null : insight.machine().id(),
                session.map(Session::id).orElse(null),
                session.filter(_ -> chance.percent(50)).map(each -> each.workItems().getFirst()).orElse(null), outcome,
                said.get(0), said.get(1), said.get(2), source, session.map(Session::technician)
                        .orElseGet(() -> source.equals("import") ? null : chance.one(People.TECHNICIANS)),
                when, when);
    }

    /** The first session of the same client in the three weeks before. */
    private Optional<Session> sessionAt(Insight insight, Instant at) {
        var client = insight.client();
        if (client == null) {
            return Optional.empty();
        }
        var from = at.minus(Duration.ofDays(21));
        return stage.sessions.stream().filter(session -> session.client().id().equals(client.id()) && session.start()
                .isAfter(from) && session.start().isAfter(insight.created()) && session.start().isBefore(at))
                .findFirst();
    }

    /** What was tried, expected, observed. */
    private List<String> words(Insight insight, String outcome) {
        var block = insight.block();
        var lines = outcome.equals(CONTRADICTED) && !block.all("not").isEmpty() ? block.all("not") : block.all("held");
        var line = insight.filling().fill(chance.one(lines));
        // From the right, since what was tried may be a pipeline itself.
        var last = line.lastIndexOf(SEPARATOR);
        var first = line.lastIndexOf(SEPARATOR, last - 1);
        var seen = line.substring(last + SEPARATOR.length());
        var observed = switch (outcome) {
            case HELD -> seen;
            case CONTRADICTED -> block.all("not").isEmpty() ? chance.one(CHANGED) : seen;
            default -> chance.one(UNCLEAR);
        };
        return List.of(line.substring(0, first), line.substring(first + SEPARATOR.length(), last), observed);
    }
}
