package dev.rackside.db;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New ids: UUID version 7, ordered by time, so that inserts stay at the right edge of the clustered index. */
public final class Ids {

    private Ids() {
    }

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
