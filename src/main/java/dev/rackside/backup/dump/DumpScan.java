package dev.rackside.backup.dump;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * Reads along while a dump passes by, and notes what is in it by name and whether it came to its end. Rows of tables
 * are passed over; a line of them never begins like one that is looked at, since a dump writes a line's end within a
 * value as two characters.
 */
public final class DumpScan {

    /** The longest beginning of a line that is looked at. */
    private static final int LOOKED_AT = 2048;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EIGHT_ONES = 0x0101_0101_0101_0101L;
    private static final long EIGHT_HIGH = 0x8080_8080_8080_8080L;
    private static final long EIGHT_ENDS = '\n' * EIGHT_ONES;
    private static final String NAME = "[`\"]((?:[^`\"]|``|\"\")+)[`\"]";
    private static final Pattern TABLE = Pattern.compile("-- Table structure for table " + NAME);
    private static final Pattern SEQUENCE = Pattern.compile("-- Sequence structure for " + NAME);
    private static final Pattern VIEW = Pattern.compile("-- Final view structure for view " + NAME);
    private static final Pattern ROUTINE = Pattern.compile(
            "CREATE (?:DEFINER=.+?@\\S+ )?(?:AGGREGATE )?(PROCEDURE|FUNCTION|PACKAGE BODY|PACKAGE) "
                    + "(?:IF NOT EXISTS )?" + NAME + ".*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern EVENT = Pattern.compile(
            "/\\*!50106 CREATE\\*/ .*?\\bEVENT (?:IF NOT EXISTS )?" + NAME + ".*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TRIGGER = Pattern.compile(
            "/\\*!50003 CREATE\\*/ .*?\\btrigger\\s+(?:if not exists\\s+)?(?:`[^`]+`\\.)?`?((?:[^`\\s]|``)+)`?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String MARK = "-- Dump completed";
    private static final List<String> BEGINNINGS = List.of("-- Table structure", "-- Sequence structure",
            "-- Temporary table structure", MARK);

    private final byte[] line = new byte[LOOKED_AT];
    private final Set<Item> items = new TreeSet<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private int length;
    private boolean passedOver;
    private boolean complete;
    private long bytes;
    private int triggers;
    private int seen;
    private volatile int tables;

    /** The next piece of the dump. */
    public void read(byte[] piece, int count) {
        bytes += count;
        for (var i = 0; i < count;) {
            if (length == 0) {
                // What rows and their statements begin with.
                passedOver = piece[i] == '(' || piece[i] == 'I';
            }
            var end = lineEnd(piece, i, count);
            // Of what is passed over, one byte tells that the line has begun.
            var kept = Math.min(end - i, passedOver ? 1 - Math.min(length, 1) : LOOKED_AT - length);
            System.arraycopy(piece, i, line, length, kept);
            length += kept;
            if (end < count) {
                endOfLine();
            }
            i = end + 1;
        }
    }

    /** Where the line ends, or the piece; eight bytes at a time, since a dump is read through here byte by byte. */
    private static int lineEnd(byte[] piece, int from, int count) {
        var at = from;
        for (; at + Long.BYTES <= count; at += Long.BYTES) {
            var ends = (long) EIGHT.get(piece, at) ^ EIGHT_ENDS;
            // The highest bit of each byte that is zero.
            var found = (ends - EIGHT_ONES) & ~ends & EIGHT_HIGH;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < count && piece[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The dump came to its end, whichever. */
    public void end() {
        if (length > 0) {
            endOfLine();
        }
        begun.countDown();
    }

    /** Opened when the dump's program has begun its snapshot, or has ended. */
    CountDownLatch begun() {
        return begun;
    }

    private void endOfLine() {
        if (length > 0 && !passedOver) {
            complete = false;
            if (line[0] == '-' || line[0] == '/' || line[0] == 'C') {
                look(new String(line, 0, length, StandardCharsets.UTF_8));
            }
        } else if (passedOver) {
            complete = false;
        }
        length = 0;
        passedOver = false;
    }

    private void look(String text) {
        if (text.startsWith("--")) {
            complete = text.startsWith(MARK);
            if (begun.getCount() > 0 && BEGINNINGS.stream().anyMatch(text::startsWith)) {
                begun.countDown();
            }
            if (note(Item.TABLE, TABLE, text)) {
                seen++;
                tables = seen;
            }
            note(Item.SEQUENCE, SEQUENCE, text);
            note(Item.VIEW, VIEW, text);
        } else if (text.startsWith("/*!50003 CREATE")) {
            triggers++;
            note(Item.TRIGGER, TRIGGER, text);
        } else if (text.startsWith("/*!50106 CREATE")) {
            note(Item.EVENT, EVENT, text);
        } else {
            var routine = ROUTINE.matcher(text);
            if (routine.matches()) {
                items.add(new Item(routine.group(1).toLowerCase(Locale.ROOT), name(routine.group(2))));
            }
        }
    }

    private boolean note(String kind, Pattern pattern, String text) {
        var found = pattern.matcher(text);
        var there = found.matches();
        if (there) {
            items.add(new Item(kind, name(found.group(1))));
        }
        return there;
    }

    private static String name(String quoted) {
        return quoted.replace("``", "`").replace("\"\"", "\"");
    }

    /** Whether the last line is the dump's own completion mark. */
    public boolean complete() {
        return complete;
    }

    public long bytes() {
        return bytes;
    }

    /** How many tables have begun. */
    public int tables() {
        return tables;
    }

    /** What of the named isn't in the dump. */
    public List<Item> missing(Collection<Item> expected) {
        // A trigger's name stands in its maker's own words: where it isn't understood, the number must do.
        var allTriggers = triggers >= expected.stream().filter(item -> item.kind().equals(Item.TRIGGER)).count();
        return expected.stream().filter(item -> !items.contains(item))
                .filter(item -> !(allTriggers && item.kind().equals(Item.TRIGGER))).sorted().toList();
    }
}
