package dev.rackside.fx;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.function.Consumer;

/** Hands an address or a folder to the system's own program for it. Checks nothing: see {@link Links}. */
public final class Opener implements Consumer<String> {

    private final Consumer<String> system;

    /** @param system usually {@code hostServices::showDocument} */
    public Opener(Consumer<String> system) {
        this.system = system;
    }

    /** @throws Problem NOTHING_OPENS where the system has no program for it */
    @Override
    public void accept(String address) {
        try {
            system.accept(address);
        } catch (RuntimeException e) {
            throw new Problem(ErrorCode.NOTHING_OPENS, e, address);
        }
    }
}
