package dev.rackside.backup;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** The server's clock between two looks at it: goes on by what passes here, whatever this workstation's clock says. */
final class ServerClock implements Clock {

    private record Seen(Instant server, long nanos) {}

    private final LongSupplier passing;
    private volatile Seen seen;

    /** @param passing nanoseconds that nobody sets, from any beginning */
    ServerClock(Instant server, LongSupplier passing) {
        this.passing = passing;
        this.seen = new Seen(server, passing.getAsLong());
    }

    void is(Instant server) {
        seen = new Seen(server, passing.getAsLong());
    }

    @Override
    public Instant now() {
        var last = seen;
        return last.server().plusNanos(passing.getAsLong() - last.nanos());
    }
}
