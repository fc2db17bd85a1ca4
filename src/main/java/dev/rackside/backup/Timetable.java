package dev.rackside.backup;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * When a schedule's backups are due: a cron expression of six fields, from seconds to the day of the week, in a time
 * zone. At a time that a night in spring doesn't have there is no run. Of a time that a night in autumn has twice the
 * first counts, unless the expression is for every hour: then both do.
 */
public final class Timetable {

    /** The 29th of February is a Monday once in 28 years. */
    private static final int NEXT_YEARS_LOOKED_AT = 40;

    private final Cron cron;
    private final ZoneId zone;

    private Timetable(Cron cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    /** Null-free and never throwing: empty where either text is none. */
    public static Optional<Timetable> of(String expression, String zone) {
        try {
            return Optional.of(new Timetable(parsed(expression), ZoneId.of(zone)));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Why an expression is none, in the words of its parser; empty where it is one. */
    static Optional<String> fault(String expression) {
        try {
            parsed(expression);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Cron parsed(String expression) {
        return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53)).parse(expression)
                .validate();
    }

    /** "at 21:30 every day between Monday and Friday". */
    public String words() {
        return CronDescriptor.instance(Locale.ENGLISH).describe(cron)
                // The library says "at Sunday day", "at 1 and 15 days", "at February month".
                .replaceAll(" at (\\p{Upper}\\p{Lower}+) days?\\b", " on $1")
                .replaceAll(" at (\\d[\\d, and]*?) days?\\b", " on day $1")
                .replaceAll(" at (\\p{Upper}\\p{Lower}+) month\\b", " in $1");
    }

    public ZoneId zone() {
        return zone;
    }

    /** The next moments after one, in order; fewer where the expression names no more days within some years. */
    public List<Instant> next(Instant after, int most) {
        var times = ExecutionTime.forCron(cron);
        var found = new ArrayList<Instant>();
        var from = after.atZone(zone);
        var horizon = from.plusYears(NEXT_YEARS_LOOKED_AT);
        while (found.size() < most) {
            var next = times.nextExecution(from).filter(time -> time.isBefore(horizon));
            if (next.isEmpty()) {
                break;
            }
            from = next.get();
            if (!again(from)) {
                found.add(from.toInstant());
            }
        }
        return found;
    }

    /** Whether it is the second time that a night in autumn has this hour, and the expression names hours. */
    private boolean again(ZonedDateTime time) {
        var hours = Objects.requireNonNull(cron.retrieveFieldsAsMap().get(CronFieldName.HOUR)).getExpression();
        return !(hours instanceof Always) && !(hours instanceof Every)
                && !time.withEarlierOffsetAtOverlap().equals(time);
    }
}
