package dev.rackside.cli;

import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.util.Locale;

/**
 * The doctor's findings, printed one a line as they are made: a grade, the subject, what was found, and behind a dash
 * what to do about it. Their words stand under {@code cli.doctor.<subject>}.
 */
final class Report {

    private static final String PREFIX = "cli.doctor.";

    private final Terminal terminal;
    private boolean failed;

    Report(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How good or bad a finding is. */
    enum Grade {
        OK, WARN, FAIL
    }

    /**
     * Adds a finding.
     *
     * @param finding which of the subject's messages tells it; a message with {@code .remedy} behind says what to do
     */
    void add(Grade grade, String subject, String finding, Object... arguments) {
        var key = PREFIX + subject + "." + finding;
        var remedy = key + ".remedy";
        print(grade, subject, Messages.get(key, arguments),
                Messages.has(remedy) ? Messages.get(remedy, arguments) : "");
    }

    /** Adds a problem as a finding, in its own words. */
    void add(Grade grade, String subject, Problem problem) {
        print(grade, subject, Told.what(problem), Told.remedy(problem));
    }

    /** Adds a line that belongs to the finding before it. */
    void detail(String line) {
        terminal.say("                    " + line);
    }

    boolean failed() {
        return failed;
    }

    private void print(Grade grade, String subject, String what, String remedy) {
        failed |= grade == Grade.FAIL;
        var line = "%-4s  %-12s  %s".formatted(grade.name().toLowerCase(Locale.ROOT), Messages.get(PREFIX + subject),
                what);
        terminal.say(remedy.isEmpty() ? line : line + "  — " + remedy);
    }
}
