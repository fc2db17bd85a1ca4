package dev.rackside.fx;

import dev.rackside.fault.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A background for what may go away before its work is done: once closed, what goes wrong there concerns nobody. */
public final class ClosingBackground extends Background implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingBackground.class);

    private final Background within;
    private final List<Alarm> repeated = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    ClosingBackground(Background within) {
        super(within);
        this.within = within;
    }

    @Override
    public Alarm after(Duration delay, Runnable onScreen) {
        return within.after(delay, onScreen);
    }

    @Override
    public Alarm every(Duration period, Runnable onScreen) {
        var alarm = within.every(period, onScreen);
        repeated.add(alarm);
        return alarm;
    }

    @Override
    Running start(Runnable work) {
        return within.start(work);
    }

    @Override
    public void onScreen(Runnable act) {
        within.onScreen(act);
    }

    @Override
    void bug(Throwable thrown) {
        if (closed) {
            LOG.info("Failed after its place was closed", thrown);
        } else {
            within.bug(thrown);
        }
    }

    @Override
    void show(Problem problem, Runnable retry) {
        if (closed) {
            LOG.info("Failed after its place was closed: {}", problem.getMessage());
        } else {
            within.show(problem, retry);
        }
    }

    @Override
    public void close() {
        closed = true;
        repeated.forEach(Alarm::cancel);
    }
}
