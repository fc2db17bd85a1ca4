package dev.rackside.fx;

import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The time zone in which moments are shown and typed: the workstation's, until the person chooses another. */
public final class Zones {

    private static final AtomicReference<@Nullable ZoneId> CHOSEN = new AtomicReference<>();

    private Zones() {
    }

    /** Shows all moments in a zone from now on; null for the workstation's. What is on the screen must be drawn anew. */
    public static void show(@Nullable ZoneId zone) {
        CHOSEN.set(zone);
    }

    public static ZoneId shown() {
        var chosen = CHOSEN.get();
        return chosen == null ? workstation() : chosen;
    }

    /** The zone that the operating system says. */
    public static ZoneId workstation() {
        return ZoneId.systemDefault();
    }
}
