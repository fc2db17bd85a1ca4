package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;

/** The codes of notices as a person reads them. */
public final class NoticeWords {

    private NoticeWords() {
    }

    public static String channel(Channel channel) {
        return Messages.get("notice.channel." + Coded.code(channel));
    }

    public static String kind(BackupAlert.Kind kind) {
        return Messages.get("notice.kind." + Coded.code(kind));
    }

    public static String state(Delivery.State state) {
        return Messages.get("notice.state." + Coded.code(state));
    }

    /** Why it wasn't delivered; that the notice wasn't delivered need not be said in the same words. */
    static String why(Problem problem) {
        var arguments = problem.arguments();
        return problem.code() == dev.rackside.fault.ErrorCode.NOTICE_NOT_DELIVERED
                ? arguments.getLast()
                : Messages.get("problem." + problem.code().key() + ".what", arguments.toArray());
    }
}
