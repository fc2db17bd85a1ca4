package dev.rackside.insight;

/** How an observation bears on its insight. */
public enum Outcome {
    HELD, CONTRADICTED, INCONCLUSIVE
}
