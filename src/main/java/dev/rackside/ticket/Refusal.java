package dev.rackside.ticket;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Answer;
import dev.rackside.integration.Complaints;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;

/** Turns a system's no into a problem that says what to do. */
public final class Refusal {

    private Refusal() {
    }

    /** By the status of HTTP, with the system's own words. */
    public static Problem of(TicketSystem system, Answer answer) {
        return of(system, answer, switch (answer.status()) {
            case 401 -> ErrorCode.OUTSIDE_SIGN_IN;
            case 403 -> ErrorCode.OUTSIDE_FORBIDDEN;
            case 404, 410 -> ErrorCode.OUTSIDE_GONE;
            default -> ErrorCode.OUTSIDE_REFUSED;
        });
    }

    public static Problem of(TicketSystem system, Answer answer, ErrorCode code) {
        return new Problem(code, name(system), Complaints.orStatus(answer));
    }

    /** What the system is called. */
    public static String name(TicketSystem system) {
        return Messages.get("ticket.system." + Coded.code(system));
    }
}
