package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static TestDatabase test;
    private static CuttingProxy proxy;
    private static Database database;
    private static final AtomicBoolean ON_SCREEN_THREAD = new AtomicBoolean();

    @BeforeAll
    static void open() throws IOException {
        test = TestDatabase.migrated("database", List.of());
        proxy = new CuttingProxy(TestServer.shared().port());
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host("127.0.0.1", proxy.port())),
                test.schema().name(), test.schema().user(), DatabaseAddress.Transport.LOOPBACK);
        database = Database.open(address, test.schema().password().toCharArray(), List.of(), ON_SCREEN_THREAD::get);
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        proxy.close();
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("delete from tags");
    }

    private static int insert(StatelessSession session, UUID id) {
        return session.createNativeMutationQuery("insert into tags (id, name) values (?, ?)")
                .setParameter(1, id.toString()).setParameter(2, "tag " + id).executeUpdate();
    }

    private static long rows() {
        return test.database().read(session -> session.createNativeQuery("select count(*) from tags", Long.class)
                .getSingleResult());
    }

    private static boolean there(StatelessSession session, UUID id) {
        return session.createNativeQuery("select count(*) from tags where id = ?", Long.class)
                .setParameter(1, id.toString()).getSingleResult() == 1;
    }

    @Test
    void whatMustNotBeLeftHalfDoneKeepsTheDatabaseOpen() throws InterruptedException {
        var other = Database.open(test.database().address(), test.schema().password().toCharArray(), List.of(),
                () -> false);
        Thread closing;
        try (var _ = other.gate().hold()) {
            closing = Thread.ofVirtual().start(other::close);
            assertThat(closing.join(java.time.Duration.ofMillis(300))).isFalse();
            other.gate().close(new Problem(ErrorCode.RESTORE_UNDER_WAY, "it"));
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(other::ping).join())
                    .cause().isInstanceOfSatisfying(Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.RESTORE_UNDER_WAY));
            assertThat(other.ping()).as("but for the one who is at work").isNotNull();
            other.gate().open();
            assertThat(other.ping()).isNotNull();
        }
        closing.join();
        assertThatThrownBy(other::ping).isInstanceOf(Problem.class);
    }

    @Test
    void callOnTheScreenThreadIsRefused() {
        ON_SCREEN_THREAD.set(true);
        try {
            assertThatThrownBy(() -> database.read(_ -> 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> database.write(_ -> 1)).isInstanceOf(IllegalStateException.class);
        } finally {
            ON_SCREEN_THREAD.set(false);
        }
    }

    @Test
    void sessionsAreInUtcAndStrict() {
        var settings = database.read(session -> session
                .createNativeQuery("select concat(@@time_zone, ' ', @@sql_mode)", String.class).getSingleResult());
        assertThat(settings).startsWith("+00:00 ").contains("STRICT_TRANS_TABLES");
    }

    @Test
    void serversClockIsReadToTheMicrosecond() {
        assertThat(database.ping()).isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(120));
    }

    @Test
    void readIsDoneAgainWhereTheConnectionWasLost() {
        proxy.cut(CuttingProxy.Cut.BEFORE, "7 * 6");
        assertThat(database.<Integer>read(session -> session.createNativeQuery("select 7 * 6", Integer.class)
                .getSingleResult())).isEqualTo(42);
    }

    @Test
    void writeCutBeforeItsCommitIsToldAndLeavesNothing() {
        var id = UUID.randomUUID();
        proxy.cut(CuttingProxy.Cut.BEFORE, "insert into tags");
        assertThatThrownBy(() -> database.write(session -> insert(session, id)))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE));
        assertThat(rows()).isZero();
    }

    @Test
    void commitWhoseAnswerIsLostIsLookedUpAndNotRepeated() {
        var id = UUID.randomUUID();
        var runs = new AtomicInteger();
        proxy.cut(CuttingProxy.Cut.AFTER, "COMMIT");
        var result = database.write(session -> {
            runs.incrementAndGet();
            return "written " + insert(session, id);
        }, session -> there(session, id), "found");
        assertThat(result).isEqualTo("found");
        assertThat(runs).hasValue(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void commitThatNeverArrivedIsLookedUpAndDoneAgain() {
        var id = UUID.randomUUID();
        proxy.cut(CuttingProxy.Cut.BEFORE, "COMMIT");
        var result = database.write(session -> "written " + insert(session, id), session -> there(session, id),
                "found");
        assertThat(result).isEqualTo("written 1");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void commitOfUnknownOutcomeThatCantBeLookedUpIsToldAsSuch() {
        var id = UUID.randomUUID();
        proxy.cut(CuttingProxy.Cut.AFTER, "COMMIT");
        assertThatThrownBy(() -> database.write(session -> insert(session, id)))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
    }

    @Test
    void wholeTransactionIsDoneAgainAfterADeadlock() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        database.write(session -> insert(session, first) + insert(session, second));
        var bothHoldOne = new CountDownLatch(2);
        var runs = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = CompletableFuture.runAsync(() -> touchBoth(first, second, bothHoldOne, runs), threads);
            var other = CompletableFuture.runAsync(() -> touchBoth(second, first, bothHoldOne, runs), threads);
            one.join();
            other.join();
        }
        assertThat(runs.get()).isGreaterThan(2);
        assertThat(test.database().<Long>read(session -> session
                .createNativeQuery("select sum(length(description)) from tags", Long.class).getSingleResult()))
                .isEqualTo(4);
    }

    private static void touchBoth(UUID one, UUID other, CountDownLatch bothHoldOne, AtomicInteger runs) {
        database.write(session -> {
            runs.incrementAndGet();
            touch(session, one);
            bothHoldOne.countDown();
            try {
                bothHoldOne.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return touch(session, other);
        });
    }

    private static int touch(StatelessSession session, UUID id) {
        return session.createNativeMutationQuery(
                "update tags set description = concat(coalesce(description, ''), 'x') where id = ?")
                .setParameter(1, id.toString()).executeUpdate();
    }

    @Test
    void duplicateIsToldByItsValue() {
        test.outside("insert into tags (id, name) values (uuid(), 'printer')");
        assertThatThrownBy(() -> database.write(session -> session
                .createNativeMutationQuery("insert into tags (id, name) values (uuid(), 'printer')").executeUpdate()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.ALREADY_THERE);
                    assertThat(problem.arguments()).containsExactly("printer");
                });
    }

    @Test
    void databaseToBeReadOnlyRefusesWritesWithItsReason() {
        try (var reading = TestDatabase.open(test.schema(), List.of())) {
            reading.database().refuseWrites(new Problem(ErrorCode.SCHEMA_NEWER, 30, 22));
            assertThatThrownBy(() -> reading.database().write(session -> insert(session, UUID.randomUUID())))
                    .isInstanceOfSatisfying(Problem.class,
                            problem -> assertThat(problem.arguments()).containsExactly("30", "22"));
            assertThat(reading.database().<Integer>read(_ -> 1)).isEqualTo(1);
        }
    }

    @Test
    void databaseThatWasClosedIsNoBug() {
        var closed = TestDatabase.open(test.schema(), List.of());
        closed.close();
        assertThatThrownBy(() -> closed.database().read(_ -> 1)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONNECTION_LOST));
    }

    @Test
    void databaseWithoutServerIsToldAsUnreachable() {
        var nowhere = new DatabaseAddress(List.of(new DatabaseAddress.Host("127.0.0.1", 1)), "x", "x",
                DatabaseAddress.Transport.LOOPBACK);
        assertThatThrownBy(() -> Database.open(nowhere, "x".toCharArray(), List.of(), () -> false))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
                    assertThat(problem.arguments()).containsExactly("127.0.0.1:1");
                });
    }
}
