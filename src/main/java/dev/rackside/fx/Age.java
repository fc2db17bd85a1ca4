package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long ago something was, in one glance: "5 min", "3 d", "2 w"; and the full local time with its zone. */
public record Age(Clock clock, Supplier<ZoneId> zone) {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("VV", Locale.ROOT);

    public Age(Clock clock, ZoneId zone) {
        this(clock, () -> zone);
    }

    /** By this workstation's clock, in the zone that the person chose. */
    public static Age here() {
        return by(Clock.systemUTC());
    }

    /** By another clock, in the zone that the person chose. */
    public static Age by(Clock clock) {
        return new Age(clock, Zones::shown);
    }

    /** "now", "5 min", "7 h", "3 d", "2 w", "5 mo", "2 y"; "in 3 d" for what lies ahead; empty for null. */
    public String text(@Nullable Instant then) {
        if (then == null) {
            return "";
        }
        var past = Duration.between(then, clock.instant());
        var span = span(past.abs());
        return past.isNegative() && !span.isEmpty()
                ? Messages.get("fx.age.ahead", span)
                : span.isEmpty() ? Messages.get("fx.age.now") : span;
    }

    /** The local time to the second, with offset and zone: "2026-11-22 14:30:00 +01:00 Europe/Berlin". */
    public String full(@Nullable Instant then) {
        if (then == null) {
            return "";
        }
        var local = then.atZone(zone.get());
        return FULL.format(local) + " " + ZONE.format(local);
    }

    private static String span(Duration span) {
        var days = span.toDays();
        if (days >= 730) {
            return Messages.get("fx.age.years", days / 365);
        }
        if (days >= 60) {
            return Messages.get("fx.age.months", days / 30);
        }
        if (days >= 14) {
            return Messages.get("fx.age.weeks", days / 7);
        }
        if (days >= 1) {
            return Messages.get("fx.age.days", days);
        }
        if (span.toHours() >= 1) {
            return Messages.get("fx.age.hours", span.toHours());
        }
        return span.toMinutes() >= 1 ? Messages.get("fx.age.minutes", span.toMinutes()) : "";
    }
}
