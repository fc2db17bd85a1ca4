package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.fault.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class SlotTest {

    private final List<String> shown = new ArrayList<>();

    @Test
    void latestCallWinsAndTheScreenThreadGetsIt() throws Exception {
        var slot = Background.threads(new Failures()).slot();
        var slowMayEnd = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var onScreen = new AtomicBoolean();
        Platform.runLater(() -> {
            slot.run(() -> {
                slowMayEnd.await();
                return "slow";
            }, shown::add);
            slot.run(() -> "fast", result -> {
                shown.add(result);
                onScreen.set(Platform.isFxApplicationThread());
                slowMayEnd.countDown();
                done.countDown();
            });
        });

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        settle();
        assertThat(shown).containsExactly("fast");
        assertThat(onScreen).isTrue();
        assertThat(slot.isBusy()).isFalse();
    }

    @Test
    void supersededWorkThatHangsIsInterrupted() throws Exception {
        var slot = Background.threads(new Failures()).slot();
        var interrupted = new CountDownLatch(1);
        Platform.runLater(() -> {
            slot.run(() -> {
                try {
                    return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                } catch (InterruptedException wished) {
                    interrupted.countDown();
                    throw wished;
                }
            }, _ -> shown.add("never"));
            slot.cancel();
        });

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        settle();
        assertThat(shown).isEmpty();
    }

    @Test
    void problemStaysWithTheSlotAndRetryRunsTheWorkAgain() {
        var slot = Background.direct().slot();
        var calls = new AtomicInteger();
        var problems = new ArrayList<Problem>();
        slot.run(() -> {
            if (calls.incrementAndGet() == 1) {
                throw ManyRows.away();
            }
            return "second";
        }, shown::add, problems::add);
        assertThat(slot.problem().get()).isSameAs(problems.getFirst());

        slot.retry();

        assertThat(shown).containsExactly("second");
        assertThat(slot.problem().get()).isNull();
    }

    @Test
    void bugReachesTheTest() {
        var slot = Background.direct().slot();

        assertThatThrownBy(() -> slot.run(() -> {
            throw new IllegalStateException("bug");
        }, _ -> {
        })).hasMessage("bug");
        assertThat(slot.isBusy()).isFalse();
    }

    @Test
    void busySlotTakesNothingOnce() throws Exception {
        var slot = Background.threads(new Failures()).slot();
        var mayEnd = new CountDownLatch(1);
        var taken = new ArrayList<Boolean>();
        Platform.runLater(() -> {
            taken.add(slot.once(() -> {
                mayEnd.await();
                return "first";
            }, shown::add));
            taken.add(slot.once(() -> "second", shown::add));
            mayEnd.countDown();
        });
        settle();
        Thread.sleep(Duration.ofMillis(200));
        settle();

        assertThat(taken).containsExactly(true, false);
        assertThat(shown).containsExactly("first");
    }

    @Test
    void whoeverListensHearsOfJobsAlsoAfterGarbageWasCollected() {
        var background = Background.direct();
        var heard = new AtomicInteger();
        background.jobs().addListener((ListChangeListener<Job<?>>) _ -> heard.incrementAndGet());
        System.gc();

        background.closing().job("Backing up", _ -> "", _ -> {
        });

        assertThat(heard).hasPositiveValue();
    }

    @Test
    void jobReportsAndEnds() {
        var background = Background.direct();
        var job = background.job("Proving", progress -> {
            progress.at(0.5, "half");
            assertThat(background.jobs()).hasSize(1);
            return 42;
        }, result -> shown.add("got " + result));

        assertThat(shown).containsExactly("got 42");
        assertThat(job.progress().get()).isEqualTo(0.5);
        assertThat(job.message().get()).isEqualTo("half");
        assertThat(job.state().get()).isEqualTo(Job.State.DONE);
        assertThat(background.jobs()).isEmpty();
    }

    @Test
    void cancelledJobEndsAsCancelled() throws Exception {
        var background = Background.threads(new Failures());
        var ended = new CountDownLatch(1);
        Platform.runLater(() -> {
            var job = background.job("Waiting", _ -> new CountDownLatch(1).await(1, TimeUnit.HOURS), _ -> {
            });
            job.state().addListener((_, _, state) -> {
                shown.add(state.name());
                ended.countDown();
            });
            job.cancel();
        });

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(shown).containsExactly("CANCELLED");
    }

    private static void settle() throws InterruptedException {
        var passed = new CountDownLatch(1);
        Platform.runLater(passed::countDown);
        assertThat(passed.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
