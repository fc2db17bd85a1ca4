package dev.rackside.sample;

/** Hears how far a long work has come; called on the thread that does the work. */
@FunctionalInterface
public interface Progress {

    /** For those who don't want to hear. */
    Progress NONE = (_, _) -> {
    };

    /**
     * @param done rows written so far
     * @param total rows that there will be
     */
    void report(int done, int total);
}
