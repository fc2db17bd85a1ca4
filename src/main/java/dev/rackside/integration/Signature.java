package dev.rackside.integration;

import java.util.List;
import java.util.function.BiConsumer;

/** What signs a call in, and what of it no log may hold. */
public interface Signature {

    /**
     * Adds the headers that sign in. They go to the origin of the call's {@link Reach} alone, and into no row.
     *
     * @param header takes a name and a value
     */
    void sign(BiConsumer<String, String> header);

    /** What is masked wherever it comes up, in whatever is sent and answered; lent, not to be kept or changed. */
    List<char[]> hidden();

    /** The same values kept out of the log, and no headers: for what is asked before one can sign in. */
    default Signature silent() {
        var signature = this;
        return new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                // Nothing signs.
            }

            @Override
            public List<char[]> hidden() {
                return signature.hidden();
            }
        };
    }
}
