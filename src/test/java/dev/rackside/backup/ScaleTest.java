package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only size can break; takes long, so {@code mvn -Pscale test} runs it and the build doesn't. */
@Tag("scale")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ScaleTest {

    private static final int TABLES = Integer.getInteger("rackside.scale.tables", 20_000);
    private static final int MEBIBYTES = Integer.getInteger("rackside.scale.mebibytes", 2_048);
    private static final long MIB = 1024 * 1024;
    private static final long MOST_HEAP = 150 * MIB;

    @SuppressWarnings("NullAway.Init")
    private static FaultBench bench;

    @BeforeAll
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    static void fill() {
        bench = new FaultBench();
        bench.test.outside("CREATE TABLE huge (id INT PRIMARY KEY, words TEXT NOT NULL)",
                "INSERT INTO huge SELECT seq, REPEAT(CONCAT(SHA2(seq, 512), ' '), 8) FROM seq_1_to_" + MEBIBYTES
                        * 1000L);
        bench.test.outside("""
                CREATE PROCEDURE many() BEGIN
                  DECLARE n INT DEFAULT 0;
                  WHILE n < %d DO
                    EXECUTE IMMEDIATE CONCAT('CREATE TABLE small_', n, ' (id INT PRIMARY KEY, word VARCHAR(20))');
                    EXECUTE IMMEDIATE CONCAT('INSERT INTO small_', n, ' VALUES (1, ''one''), (2, ''two'')');
                    SET n = n + 1;
                  END WHILE;
                END""".formatted(TABLES), "CALL many()", "DROP PROCEDURE many");
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void f33GibibytesInTwentyThousandTablesAreStreamedAndProvedInAFlatHeap() {
        var idle = used();
        var over = new AtomicBoolean();
        var most = new AtomicLong();
        var looking = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                most.accumulateAndGet(used(), Math::max);
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
        var begun = Instant.now();
        var id = bench.maker().take(BackupType.MANUAL, Watch.NONE);
        var taken = Instant.now();
        var proof = bench.maker().prove(id, VerificationLevel.COMPARE, Watch.NONE);
        over.set(true);
        looking.interrupt();
        System.out.printf("F33: taken in %d s, proved in %d s; heap %d MiB before, %d MiB at most%n",
                Duration.between(begun, taken).toSeconds(), Duration.between(taken, Instant.now()).toSeconds(),
                idle / MIB, most.get() / MIB);
        assertThat(proof.status()).as(proof.words()).isEqualTo(VerificationStatus.PASSED);
        assertThat(proof.tables()).hasSizeGreaterThan(TABLES);
        assertThat(most.get() - idle).isLessThan(MOST_HEAP);
    }

    @Test
    void f33CancelledInTheMidstItIsGoneWithinTwoSeconds() {
        var before = bench.files();
        var cancelledAt = new AtomicReference<Instant>();
        var watch = new Watch() {
            @Override
            public void at(Pace pace) {
                if (pace.stage() == Stage.DUMP && pace.bytes() > MEBIBYTES * MIB / 4) {
                    cancelledAt.compareAndSet(null, Instant.now());
                }
            }

            @Override
            public boolean cancelled() {
                return cancelledAt.get() != null;
            }
        };
        assertThatThrownBy(() -> bench.maker().take(BackupType.MANUAL, watch))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.between(cancelledAt.get(), Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(bench.files()).isEqualTo(before);
    }

    @Test
    void f33CancelledWhileThousandsAreLockedItIsGoneWithinTwoSeconds() {
        var before = bench.files();
        var cancelledAt = Instant.now().plusSeconds(5);
        assertThatThrownBy(() -> bench.maker().take(BackupType.MANUAL, FaultBench.cancelledAt(cancelledAt)))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.between(cancelledAt, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(bench.files()).isEqualTo(before);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
