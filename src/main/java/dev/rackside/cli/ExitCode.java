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
