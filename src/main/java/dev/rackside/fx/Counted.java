package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.util.Locale;

/** A number of rows in words: {@code 1,204}, or {@code 10,000+} where there are more than were counted. */
final class Counted {

    private Counted() {
    }

    static String text(long rows, boolean more) {
        var number = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(rows);
        return more ? Messages.get("fx.counted.more", number) : number;
    }
}
