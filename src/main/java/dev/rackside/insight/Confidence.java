package dev.rackside.insight;

/** How sure an insight is. */
public enum Confidence {
    CONFIRMED, LIKELY, SUSPECTED
}
