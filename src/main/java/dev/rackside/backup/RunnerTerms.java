package dev.rackside.backup;

import dev.rackside.db.Database;
import java.time.Duration;

/**
 * How slots are run.
 *
 * @param lease for how long a workstation that isn't heard of keeps a slot
 * @param attempts how often a backup is tried where what hinders it passes
 * @param firstWait how long before the second try; five times as long before the third
 * @param holder what the others are told of this workstation
 */
record RunnerTerms(Duration lease, int attempts, Duration firstWait, String holder, ServerTime time) {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    static RunnerTerms usual() {
        return new RunnerTerms(LEASE, ATTEMPTS, FIRST_WAIT,
                Workstation.name() + " #" + ProcessHandle.current().pid(), Database::serverClock);
    }
}
