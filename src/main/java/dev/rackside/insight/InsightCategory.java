package dev.rackside.insight;

import dev.rackside.text.Coded;

/** What an insight is about. It also says how fast the insight ages: versions change sooner than commands. */
public enum InsightCategory {
    COMMAND_CONSTRAINTS(365), SERVICE_CONFIGURATION(180), VERSION_LIMITATIONS(90), CUSTOM_INSTALLATIONS(
            180), NETWORK_CONSTRAINTS(180), PERMISSIONS(180);

    private static final int USUAL = 180;

    private final int halfLifeDays;

    InsightCategory(int halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
    }

    /** After how many days a piece of evidence counts half, and an insight that nobody verified is stale. */
    public int halfLifeDays() {
        return halfLifeDays;
    }

    /** The half-life where the category may be one that this program doesn't know. */
    public static int halfLifeDays(Coded<InsightCategory> category) {
        var known = category.known();
        return known == null ? USUAL : known.halfLifeDays;
    }
}
