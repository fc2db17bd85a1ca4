package dev.rackside.backup;

import java.time.Instant;
import org.hibernate.StatelessSession;

/** The one clock by which schedules run: the database server's. No workstation's own clock decides anything. */
@FunctionalInterface
interface ServerTime {

    Instant now(StatelessSession session);
}
