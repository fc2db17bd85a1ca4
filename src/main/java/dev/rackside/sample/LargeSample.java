package dev.rackside.sample;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.sample.Cast.Machine;
import dev.rackside.sample.Insights.Place;
import dev.rackside.sample.Insights.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The data of a large provider, to see how Rackside does with millions of rows: skewed as real data are, deterministic,
 * made while they are written. Words are common and rare: {@link #RARE_WORD} stands in one insight of twenty thousand.
 */
public final class LargeSample {

    /** Found in about fifty of a million insights, and nowhere else. */
    public static final String RARE_WORD = "Hesperion";

    private static final int RARE_EVERY = 20_000;
    private static final long SEED = 20_400_714L;
    private static final int YEARS_BACK_DAYS = 1_380;

    private final Instant now;
    private final Size size;

    /** How many rows of each kind; what hangs on them follows. */
    public record Size(int clients, int machines, int sessions, int workItems, int insights, int ticketLinks,
            int exchanges, int patterns) {

        /** A large provider: a million insights and as many exchanges. */
        public static final Size LARGE = new Size(2_400, 200_000, 100_000, 400_000, 1_000_000, 100_000, 1_000_000,
                10_000);

        /** The same company, so many times smaller. */
        public Size dividedBy(int times) {
            return new Size(Math.max(20, clients / times), machines / times, sessions / times, workItems / times,
                    insights / times, ticketLinks / times, exchanges / times, Math.max(45, patterns / times));
        }

        private long rows() {
            return clients + machines * 3L / 2 + sessions + workItems * 2L + insights * 2L + ticketLinks + exchanges
                    + patterns;
        }
    }

    /** @param now the newest rows are of shortly before */
    public LargeSample(Instant now, Size size) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.size = size;
    }

    /** Whether a load was cut off half way: some rows and no indexes. {@link #fill} begins anew there. */
    public static boolean unfinished(Connection connection) throws SQLException {
        return Bulk.unfinished(connection);
    }

    /**
     * Writes the rows; takes minutes. Not one transaction: a load that is cut off leaves a mark, and is cleared away by
     * the next. What stops it here is cleared away at once.
     *
     * @param connection to the migrated database, of its own
     * @throws Problem {@link ErrorCode#NOT_EMPTY} when there are clients that no load of this kind wrote
     * @throws CancellationException when the thread is interrupted
     * @throws SQLException when the database refuses something
     */
    public void fill(Connection connection, Progress progress) throws SQLException {
        if (Bulk.unfinished(connection)) {
            if (Bulk.lacksIndexesOnly(connection)) {
                new Bulk(connection, progress, size.rows()).index();
                return;
            }
            Bulk.clear(connection);
        }
        if (!SampleData.fits(connection)) {
            throw new Problem(ErrorCode.NOT_EMPTY, SampleData.clients(connection));
        }
        var taken = SampleData.usernames(connection);
        var bulk = new Bulk(connection, progress, size.rows());
        try {
            SampleData.zone(connection, "+00:00");
            bulk.begin();
            var stage = new Stage(now, SEED, bulk);
            make(stage, taken);
            bulk.finish(stage.tables());
        } catch (SQLException | RuntimeException e) {
            var because = bulk.failed() == null ? e : bulk.failed();
            putInOrder(connection, because);
            if (because instanceof SQLException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static void putInOrder(Connection connection, Exception because) {
        var interrupted = Thread.interrupted();
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (Bulk.unfinished(connection) && !Bulk.lacksIndexesOnly(connection)) {
                Bulk.clear(connection);
            }
        } catch (SQLException e) {
            // The mark is still there, and the next load clears up.
            because.addSuppressed(e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(Stage stage, Set<String> takenUsernames) {
        People.add(stage, takenUsernames);
        var company = new LargeCompany(stage);
        company.add(size.clients(), size.machines());
        Tags.add(stage);
        new Failures(stage).add(size.patterns());
        insights(stage, company);
        new Sessions(stage).add(size.sessions(), size.workItems());
        new Tickets(stage).add(size.ticketLinks(), size.exchanges());
        new Metrics(stage).add();
        new Backups(stage).add();
    }

    /** In the order of time, as they would have been written; two thirds hold for a machine. */
    private void insights(Stage stage, LargeCompany company) {
        var chance = stage.chance();
        var insights = new Insights(stage, List.of(0, 0, 1));
        var evidence = new Evidence(stage);
        var topics = Insights.read();
        var general = topics.stream().filter(topic -> topic.block().get("scope", "machine").equals("everywhere"))
                .toList();
        var known = new HashMap<Set<String>, List<Topic>>();
        var span = Duration.ofDays(YEARS_BACK_DAYS).toMillis();
        for (var i = 0; i < size.insights(); i++) {
            var at = now.minusMillis(span - span * i / size.insights() - chance.between(0, 90_000)).minusSeconds(120);
            var everywhere = chance.percent(1);
            var machine = suiting(company, topics, known);
            var suits = known.getOrDefault(machine.kinds(), List.of());
            var topic = everywhere || suits.isEmpty() ? chance.one(general) : chance.one(suits);
            var place = everywhere || suits.isEmpty()
                    ? new Place(null, null)
                    : new Place(machine.client(), topic.block().get("scope", "machine").equals("client")
                            ? null
                            : machine);
            var insight = insights.add(i % RARE_EVERY == RARE_EVERY / 2 ? rare(topic) : topic, place,
                    chance.between(0, 3), at);
            if (chance.percent(25)) {
                evidence.add(insight, chance.between(1, 2));
            }
        }
    }

    private static Machine suiting(LargeCompany company, List<Topic> topics, Map<Set<String>, List<Topic>> known) {
        var machine = company.machine();
        for (var tries = 0; tries < 20; tries++) {
            var asked = machine;
            var suits = known.computeIfAbsent(machine.kinds(), _ -> topics.stream()
                    .filter(topic -> topic.block().get("clients", "").isEmpty()
                            && !topic.block().get("scope", "machine").equals("everywhere")
                            && asked.matches(topic.block().get("on", "")))
                    .toList());
            if (!suits.isEmpty()) {
                return machine;
            }
            machine = company.machine();
        }
        return machine;
    }

    private static Topic rare(Topic topic) {
        var block = topic.block();
        return new Topic(topic.category(), new TextBlocks.Block(block.key(), block.lines(), block.text()
                + "\n\nThe " + RARE_WORD + " gateway has to be restarted first: needs Visual C++ (x64)."),
                topic.places());
    }
}
