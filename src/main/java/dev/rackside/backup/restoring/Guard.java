package dev.rackside.backup.restoring;

import dev.rackside.backup.Reason;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.proving.Loading;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lets pass what {@code mariadb-dump} writes of one database, and nothing else: no other database is named, no right
 * given, nothing global set, no command of the client's own run. Nothing reaches the client before it was looked at,
 * so that a dump in which a stranger wrote ends before the server hears of it.
 */
final class Guard implements Loading.Passing {

    private static final String NAME = "(?:`(?:[^`]|``)++`|\\w++)";
    private static final String KIND = "(?:VIEW|TRIGGER|PROCEDURE|FUNCTION|PACKAGE BODY|PACKAGE|EVENT)";
    private static final Pattern BAD_SETTING = Pattern.compile(
            "\\b(?:GLOBAL|PERSIST|PASSWORD|ROLE|STATEMENT|SELECT)\\b|@@GLOBAL", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINER = Pattern.compile("\\bDEFINER ?= ?(`(?:[^`]|``)*`@`(?:[^`]|``)*`)",
            Pattern.CASE_INSENSITIVE);
    /** All of them are short: what goes on behind what is looked at isn't one of them. */
    private static final List<Pattern> SHORT = patterns("(?:UN)?LOCK TABLES(?: " + NAME + " WRITE)?", "COMMIT",
            "START TRANSACTION", "DROP (?:TABLE|VIEW|SEQUENCE|PROCEDURE|FUNCTION|PACKAGE BODY|PACKAGE|TRIGGER|EVENT)"
                    + "(?: IF EXISTS)? " + NAME,
            "ALTER TABLE " + NAME + " (?:DISABLE|ENABLE) KEYS",
            "(?:DO|SELECT) SETVAL ?\\( ?" + NAME + " ?, ?-?\\d+ ?, ?\\d+ ?(?:, ?\\d+ ?)?\\)");
    private static final List<Pattern> LONG = patterns(
            "(?:INSERT|REPLACE) (?:IGNORE )?INTO " + NAME + " ?(?:\\(|VALUES).*",
            "CREATE TABLE (?:IF NOT EXISTS )?" + NAME + " ?\\(.*", "CREATE SEQUENCE " + NAME + "(?: .*)?",
            "CREATE (?:OR REPLACE )?(?:ALGORITHM ?= ?\\w+ )?(?:DEFINER ?= ?(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|\\S+) )?(?:SQL SECURITY \\w+ )?(?:AGGREGATE )?"
                    + KIND + " (?:IF NOT EXISTS )?" + NAME + "(?!\\.).*");
    private static final Pattern LIBRARY = Pattern.compile("\\bSONAME\\b", Pattern.CASE_INSENSITIVE);

    private final Set<String> definers = new TreeSet<>();

    private static List<Pattern> patterns(String... texts) {
        return Arrays.stream(texts).map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
    }

    /** In whose names views, routines, triggers and events run, as far as was read. */
    Set<String> definers() {
        return definers;
    }

    @Override
    public Loading.Pieces before(Loading.Pieces next) {
        return new Held(next);
    }

    private void look(Statements.Statement statement) {
        var words = statement.words();
        var definer = DEFINER.matcher(words);
        if (words.regionMatches(true, 0, "CREATE", 0, 6) && definer.find()) {
            definers.add(definer.group(1));
        }
        if (!allowed(words, statement.cut())) {
            // No values of rows: its first words say what it is.
            throw new DumpFailure(Reason.RESTORE_FAILED, Messages.get("backup.restore.foreign-statement",
                    words.substring(0, Math.min(words.length(), 60))));
        }
    }

    private static boolean allowed(String words, boolean cut) {
        if (words.regionMatches(true, 0, "SET ", 0, 4)) {
            return !cut && !BAD_SETTING.matcher(words).find();
        }
        if (!cut && SHORT.stream().anyMatch(pattern -> pattern.matcher(words).matches())) {
            return true;
        }
        return LONG.stream().anyMatch(pattern -> pattern.matcher(words).matches())
                && !(words.regionMatches(true, 0, "CREATE", 0, 6) && LIBRARY.matcher(words).find());
    }

    /** Holds back what isn't understood yet. */
    private final class Held implements Loading.Pieces {

        private final Loading.Pieces next;
        private final Statements statements = new Statements(Guard.this::look);
        private byte[] held = new byte[0];
        private int count;
        private int seen;

        Held(Loading.Pieces next) {
            this.next = next;
        }

        @Override
        public void write(byte[] piece, int length) throws IOException {
            if (held.length < count + length) {
                held = Arrays.copyOf(held, count + length);
            }
            System.arraycopy(piece, 0, held, count, length);
            count += length;
            pass(false);
        }

        private void pass(boolean last) throws IOException {
            seen = statements.read(held, seen, count, last);
            // At the end of what it is given, a client carries out what it has: so it has no part of a statement either.
            var ready = seen - statements.undecided();
            if (ready > 0) {
                next.write(held, ready);
                System.arraycopy(held, ready, held, 0, count - ready);
                count -= ready;
                seen -= ready;
            }
        }

        @Override
        public void end() throws IOException {
            pass(true);
            next.end();
        }
    }
}
