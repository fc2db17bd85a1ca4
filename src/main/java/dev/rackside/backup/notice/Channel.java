package dev.rackside.backup.notice;

/** By what people are told outside the window. */
public enum Channel {
    MAIL, ZAPIER
}
