package dev.rackside.cli;

import dev.rackside.fault.ErrorCode;

/** The exit codes of the command line, as {@code docs/user/command-line.md} lists them. */
final class ExitCode {

    static final int OK = 0;
    /** A problem that the message explains. */
    static final int PROBLEM = 1;
    /** The command was given wrong; picocli's own code. */
    static final int USAGE = 2;
    /** There is no display to open a window on. */
    static final int NO_DISPLAY = 3;
    /** The database could not be reached. */
    static final int UNREACHABLE = 4;
    /** The person said no. */
    static final int DECLINED = 5;
    /** A backup couldn't be proved as far as was asked; nothing says that it doesn't hold. */
    static final int NOT_PROVED = 6;
    /** No backup was taken. */
    static final int NOT_TAKEN = 7;
    /** A backup doesn't hold. */
    static final int DOES_NOT_HOLD = 8;

    /** A schedule is overdue: its backup should have been there by now. */
    static final int OVERDUE = 9;
    /** A proof of restore isn't as it was signed. */
    static final int ALTERED = 12;
    /** A proof of restore is as it was signed, by somebody who isn't known here. */
    static final int SIGNER_UNKNOWN = 13;
    /** Nothing was restored, and nothing is left of it. */
    static final int NOT_RESTORED = 20;
    /** What was restored isn't what was backed up. */
    static final int RESTORED_DIFFERS = 21;
    /** A database was to be replaced and is as it was before. */
    static final int ROLLED_BACK = 22;
    /** A database was to be replaced, and what was there couldn't be put back. */
    static final int RESTORE_BROKEN = 23;
    /** There is a newer Rackside. */
    static final int NEWER = 30;
    /** A fault of Rackside's own. */
    static final int CRASHED = 70;

    private ExitCode() {
    }

    static int of(ErrorCode code) {
        return switch (code) {
            case NO_DISPLAY -> NO_DISPLAY;
            case SERVER_UNREACHABLE, CONNECTION_LOST, HOST_UNKNOWN, TLS_REFUSED, CLUSTER_NOT_READY -> UNREACHABLE;
            default -> PROBLEM;
        };
    }
}
