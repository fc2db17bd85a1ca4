package dev.rackside.fx;

/** Something that will happen later, or again and again, until it is cancelled. */
@FunctionalInterface
public interface Alarm {

    /** From now on it doesn't happen; harmless when it already did. */
    void cancel();
}
