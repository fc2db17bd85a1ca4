package dev.rackside.plan.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.plan.PlanPoll;
import dev.rackside.plan.PlanService;
import dev.rackside.plan.PlanState;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every now and then how clients' backups went, for as long as a workspace is open and its vault too, and says what
 * is wrong with them.
 */
public final class PlanWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWatch.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final PlanService plans;
    private final PlanPoll poll;
    private final BooleanSupplier signedIn;
    private final Slot looking;
    private final Alarm alarm;
    private final Telling tell;

    /** Gets a style for the dot of the sidebar, null for none, and what it means. */
    @FunctionalInterface
    public interface Telling {
        void tell(@Nullable String style, String sentence);
    }

    /**
     * Looks from now on; {@code tell} is called on the screen thread.
     *
     * @param signedIn whether the vault is open; asked off the screen thread
     */
    public PlanWatch(PlanService plans, PlanPoll poll, BooleanSupplier signedIn, Background background, Telling tell) {
        this.plans = plans;
        this.poll = poll;
        this.signedIn = signedIn;
        this.tell = tell;
        looking = background.slot();
        alarm = background.watch(PERIOD, this::look);
    }

    /** Looks now: something changed. */
    public void look() {
        // While the server is away the window says so by itself; the dot stays as it is.
        looking.run(this::standing, this::told, _ -> {
        });
    }

    private PlanService.Standing standing() {
        if (signedIn.getAsBoolean() && poll.isDue()) {
            try {
                poll.run(() -> Thread.currentThread().isInterrupted());
            } catch (Problem problem) {
                // Nobody asked for it now; the log of exchanges has what went wrong, and the list says how old it is.
                LOG.info("Clients' backups were not asked for: {}", problem.code());
            }
        }
        return plans.standing();
    }

    private void told(PlanService.Standing standing) {
        var bad = standing.count(PlanState.FAILED) > 0;
        var worries = PlanWords.worries(standing);
        tell.tell(worries.isEmpty() ? null : bad ? "dot-bad" : "dot-warn", worries);
    }

    /** No more looks; a look that is under way isn't told any more. */
    public void stop() {
        alarm.cancel();
        looking.cancel();
    }
}
