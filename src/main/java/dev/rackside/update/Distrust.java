package dev.rackside.update;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.util.Locale;

/** Why a manifest isn't believed. */
enum Distrust {
    /** There is no signature beside it. */
    UNSIGNED,
    /** The signature isn't the publisher's, or the manifest was changed since. */
    FORGED,
    /** Made for another Rackside. */
    FORMAT,
    /** Signed, and no manifest all the same. */
    UNREADABLE,
    /** Its time is over. */
    EXPIRED,
    /** A newer one was seen here. */
    OLDER;

    Problem problem(String host) {
        return new Problem(ErrorCode.UPDATE_NOT_TRUSTED, host, words());
    }

    String words() {
        return Messages.get("update.distrust." + name().toLowerCase(Locale.ROOT));
    }
}
