package dev.rackside.session;

/** What kind of work a work item is. */
public enum WorkCategory {
    INFRASTRUCTURE, TROUBLESHOOTING, CONFIGURATION, DEVELOPMENT, MAINTENANCE, SECURITY, DOCUMENTATION
}
