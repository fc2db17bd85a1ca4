package dev.rackside.integration;

/**
 * What was sent or answered, ready to be shown: secrets are masked, characters that would play tricks are spelled out.
 *
 * @param kind what it is
 * @param text pretty-printed where it is JSON; empty where there is none
 * @param bytes how long it is in the row
 * @param cut whether only its beginning is here
 * @param masked how many values were masked
 */
public record Body(Kind kind, String text, long bytes, boolean cut, int masked) {

    /** The most that is shown of one. */
    public static final int MOST_BYTES = 256 * 1024;

    /** What a body is. */
    public enum Kind {
        NONE, JSON, TEXT
    }
}
