package dev.rackside.fx;

/** Where a fault of the program itself is written down, on this computer alone. */
public interface CrashBook {

    /**
     * A fault as it was written down.
     *
     * @param text for whoever mends it; no message of an exception and no value is in it
     * @param kept whether it is a file too
     */
    record Page(String text, boolean kept) {}

    /**
     * Writes a fault down; never throws, and is never called on the screen thread.
     *
     * @param code what the person is told
     * @param thread the name of the one in which it happened
     */
    Page write(String code, Throwable thrown, String thread);

    /** Shows the files; called on the screen thread. */
    void open();
}
