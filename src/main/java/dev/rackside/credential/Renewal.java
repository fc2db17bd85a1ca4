package dev.rackside.credential;

import java.util.UUID;

/** Sees to it that a credential's sign-in holds for a while. */
@FunctionalInterface
interface Renewal {

    /** For credentials none of which runs out. */
    Renewal NONE = _ -> {
    };

    void renew(UUID credential);
}
