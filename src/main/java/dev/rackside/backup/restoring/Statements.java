package dev.rackside.backup.restoring;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads a dump as the server's client does, and tells how each statement begins: where it ends follows from quotes,
 * comments and the delimiter that is in force. What stands in a comment of a version counts as the statement's own,
 * since a server of that version carries it out.
 */
final class Statements {

    /** The longest beginning that is told; what is longer is bulk: rows, or the text of a definition. */
    static final int LONGEST = 8 * 1024;
    /** How far one must see to understand what stands at a place. */
    static final int AHEAD = 64;
    private static final String DELIMITER = "delimiter ";
    /** Old clients take it for an error, new ones run no command of their own from there on. */
    private static final String SANDBOX = "/*M!999999\\- enable the sandbox mode */";

    private enum At {
        WORDS, SINGLE, DOUBLE, BACKQUOTE, LINE_COMMENT, COMMENT
    }

    /**
     * The beginning of a statement.
     *
     * @param words with single blanks, without comments; quoted names and texts as they are
     * @param cut whether the statement goes on
     */
    record Statement(String words, boolean cut) {}

    private final Consumer<Statement> told;
    private final StringBuilder head = new StringBuilder();
    private String delimiter = ";";
    private At at = At.WORDS;
    private boolean versioned;
    private boolean wasTold;
    private int undecided;

    /** @param told is given a statement before its end is passed, or when its beginning is full; may refuse it */
    Statements(Consumer<Statement> told) {
        this.told = told;
    }

    /**
     * Reads on.
     *
     * @param from what stands before was read already
     * @param last whether nothing follows behind
     * @return up to where it is understood; the rest is to be given again, with what follows it
     */
    int read(byte[] text, int from, int count, boolean last) {
        var place = from;
        while (place < count && (last || count - place > AHEAD)) {
            var step = switch (at) {
                case WORDS -> words(text, place, count);
                case SINGLE -> quoted(text[place], '\'', true);
                case DOUBLE -> quoted(text[place], '"', true);
                case BACKQUOTE -> quoted(text[place], '`', false);
                case LINE_COMMENT -> lineComment(text[place]);
                case COMMENT -> comment(text, place, count);
            };
            place += step;
            undecided = wasTold || head.isEmpty() ? 0 : undecided + step;
        }
        if (last && place >= count) {
            tell(false);
        }
        return Math.min(place, count);
    }

    /** How many of the bytes that were read belong to a statement that wasn't told yet. */
    int undecided() {
        return wasTold ? 0 : undecided;
    }

    private int words(byte[] text, int place, int count) {
        if (stands(text, place, count, delimiter)) {
            tell(false);
            head.setLength(0);
            wasTold = false;
            return delimiter.length();
        }
        return switch (text[place]) {
            case '-' -> dashes(text, place, count);
            case '#' -> turn(At.LINE_COMMENT, 1);
            case '/' -> slash(text, place, count);
            case '*' -> versioned && stands(text, place, count, "*/") ? closed() : add(text[place]);
            case '\'' -> add(text[place], At.SINGLE);
            case '"' -> add(text[place], At.DOUBLE);
            case '`' -> add(text[place], At.BACKQUOTE);
            case '\\' -> refuse("\\");
            case 'd', 'D' -> head.toString().isBlank() && commands(text, place, count)
                    ? newDelimiter(text, place, count)
                    : add(text[place]);
            default -> add(text[place]);
        };
    }

    private int dashes(byte[] text, int place, int count) {
        var comment = stands(text, place, count, "--")
                && (place + 2 >= count || (text[place + 2] <= ' ' && text[place + 2] >= 0));
        return comment ? turn(At.LINE_COMMENT, 2) : add(text[place]);
    }

    private int slash(byte[] text, int place, int count) {
        if (!stands(text, place, count, "/*")) {
            return add(text[place]);
        }
        var mark = stands(text, place, count, "/*M!") ? 4 : stands(text, place, count, "/*!") ? 3 : 0;
        if (mark == 0) {
            return turn(At.COMMENT, 2);
        }
        var end = place + mark;
        while (end < count && text[end] >= '0' && text[end] <= '9' && end - place < AHEAD) {
            end++;
        }
        if (end - place - mark >= 6 && text[place + mark] == '9') {
            // Of a version that there won't be for long: nothing is carried out, but by clients that know it.
            return stands(text, place, count, SANDBOX) ? SANDBOX.length() : refuse("/*M!999999");
        }
        versioned = true;
        add((byte) ' ');
        return end - place;
    }

    private int closed() {
        versioned = false;
        add((byte) ' ');
        return 2;
    }

    /** The one command of the client's own that dumps need. */
    private static boolean commands(byte[] text, int place, int count) {
        return count - place > DELIMITER.length() && new String(text, place, DELIMITER.length(),
                StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).equals(DELIMITER);
    }

    private int newDelimiter(byte[] text, int place, int count) {
        var end = place;
        while (end < count && text[end] != '\n' && end - place < AHEAD) {
            end++;
        }
        delimiter = new String(text, place, end - place, StandardCharsets.ISO_8859_1).substring(DELIMITER.length())
                .strip();
        return delimiter.matches("[;$/|]{1,4}") ? end - place : refuse("DELIMITER");
    }

    private int refuse(String what) {
        told.accept(new Statement(what, false));
        return 1;
    }

    private int quoted(byte read, char end, boolean escapes) {
        if (escapes && read == '\\') {
            // What follows is a character like any other; one more look ahead is always there.
            add(read);
            return 2;
        }
        return add(read, read == end ? At.WORDS : at);
    }

    private int lineComment(byte read) {
        if (read == '\n') {
            at = At.WORDS;
            add((byte) ' ');
        }
        return 1;
    }

    private int comment(byte[] text, int place, int count) {
        return stands(text, place, count, "*/") ? turn(At.WORDS, 2) : 1;
    }

    private int turn(At next, int step) {
        at = next;
        return step;
    }

    private int add(byte read) {
        return add(read, at);
    }

    private int add(byte read, At next) {
        at = next;
        if (head.length() >= LONGEST) {
            tell(true);
        } else if (!wasTold) {
            var blank = read <= ' ' && read >= 0;
            if (!blank) {
                head.append((char) (read & 0xff));
            } else if (!head.isEmpty() && head.charAt(head.length() - 1) != ' ') {
                head.append(' ');
            }
        }
        return 1;
    }

    private void tell(boolean cut) {
        var words = head.toString().strip();
        if (!wasTold && !words.isEmpty()) {
            wasTold = true;
            told.accept(new Statement(words, cut));
        }
    }

    private static boolean stands(byte[] text, int place, int count, String what) {
        if (place + what.length() > count) {
            return false;
        }
        for (var i = 0; i < what.length(); i++) {
            if (text[place + i] != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
