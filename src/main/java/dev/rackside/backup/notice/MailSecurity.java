package dev.rackside.backup.notice;

/** How a mail's connection is made safe; there is none without. */
public enum MailSecurity {
    /** Begins in the clear and changes to TLS before anything is said; usually port 587. */
    STARTTLS,
    /** TLS from the first byte; usually port 465. */
    TLS
}
