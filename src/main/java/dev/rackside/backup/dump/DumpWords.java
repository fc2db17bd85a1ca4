package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import java.util.regex.Pattern;

/** What the server's own programs mean by their exit status and their words. */
public final class DumpWords {

    private static final int SIGNALLED = 128;
    private static final int LONGEST = 2000;
    private static final Pattern ERROR = Pattern
            .compile("(?i:\\b(?:error|errno))\\W{0,3}(\\d{1,5})\\b|\\((\\d{4})\\)");
    /** Values of a statement that failed, and what else stands in quotes, are customers' data. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'");

    private DumpWords() {
    }

    /** Why a program with this status came to nothing. */
    static DumpFailure failure(int status, String words) {
        var told = redacted(words);
        if (words.isBlank() && status > SIGNALLED) {
            return new DumpFailure(Reason.DUMP_KILLED, "signal " + (status - SIGNALLED));
        }
        var code = code(words);
        if (code > 0) {
            return new DumpFailure(reason(code), told);
        }
        return new DumpFailure(Reason.DUMP_FAILED, told.isEmpty() ? "exit status " + status : told);
    }

    /** The first code of an error in a program's words; 0 where there is none. */
    public static int code(String words) {
        var error = ERROR.matcher(words);
        if (!error.find()) {
            return 0;
        }
        return Integer.parseInt(error.group(1) == null ? error.group(2) : error.group(1));
    }

    private static Reason reason(int code) {
        return switch (code) {
            case 2002, 2003, 2005, 2006, 2013, 2026, 1053, 1927, 1158, 1159, 1160, 1161 -> Reason.CONNECTION_LOST;
            // Bigger than max_allowed_packet: the client's word for it, and the server's.
            case 2020, 1153 -> Reason.PACKET_TOO_SMALL;
            default -> {
                var reason = Sql.reason(code);
                yield reason == Reason.CONNECTION_LOST ? Reason.DUMP_FAILED : reason;
            }
        };
    }

    /** The words without values, cut short. */
    public static String redacted(String words) {
        var masked = QUOTED.matcher(words).replaceAll("'…'").strip();
        return masked.substring(0, Math.min(masked.length(), LONGEST));
    }
}
