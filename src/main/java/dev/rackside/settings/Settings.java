package dev.rackside.settings;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose on this workstation.
 *
 * @param textPercent the size of the text, from {@value #SMALLEST_TEXT} to {@value #LARGEST_TEXT}
 * @param zone in which moments are shown; null for the workstation's
 * @param startPage the key of the place that is shown first; null for the first of the sidebar
 * @param vaultMinutes after how long without a key or the mouse the vault is locked, from {@value #SHORTEST_IDLE} to
 *     {@value #LONGEST_IDLE}
 * @param updates whether Rackside asks for a newer one
 */
public record Settings(Theme theme, Density density, int textPercent, @Nullable ZoneId zone,
        @Nullable String startPage, LogLevel logLevel, int vaultMinutes,
        Updates updates) {

    public static final int SMALLEST_TEXT = 100;
    public static final int LARGEST_TEXT = 200;
    public static final int SHORTEST_IDLE = 1;
    public static final int LONGEST_IDLE = 60;

    /** As it is where nobody chose anything. */
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, Density.COMFORTABLE, SMALLEST_TEXT, null, null,
            LogLevel.INFO, 10, Updates.NONE);

    /** Light or dark. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    /** How much room a row takes. */
    public enum Density {
        COMFORTABLE, COMPACT
    }

    /** How much the log says. */
    public enum LogLevel {
        /** What is wrong. */
        WARN,
        /** And what the program does. */
        INFO,
        /** And how. */
        DEBUG
    }

    /**
     * Whether and where it is asked for a newer Rackside.
     *
     * @param daily whether by itself, once a day
     * @param address a team's own; null for the build's
     */
    public record Updates(boolean daily, @Nullable String address) {

        /** Nobody is asked. */
        public static final Updates NONE = new Updates(false, null);
    }

    public Settings withTheme(Theme wish) {
        return new Settings(wish, density, textPercent, zone, startPage, logLevel, vaultMinutes, updates);
    }

    public Settings withDensity(Density wish) {
        return new Settings(theme, wish, textPercent, zone, startPage, logLevel, vaultMinutes, updates);
    }

    public Settings withTextPercent(int wish) {
        return new Settings(theme, density, Math.clamp(wish, SMALLEST_TEXT, LARGEST_TEXT), zone, startPage, logLevel,
                vaultMinutes, updates);
    }

    public Settings withZone(@Nullable ZoneId wish) {
        return new Settings(theme, density, textPercent, wish, startPage, logLevel, vaultMinutes, updates);
    }

    public Settings withStartPage(@Nullable String wish) {
        return new Settings(theme, density, textPercent, zone, wish, logLevel, vaultMinutes, updates);
    }

    public Settings withLogLevel(LogLevel wish) {
        return new Settings(theme, density, textPercent, zone, startPage, wish, vaultMinutes, updates);
    }

    public Settings withVaultMinutes(int wish) {
        return new Settings(theme, density, textPercent, zone, startPage, logLevel,
                Math.clamp(wish, SHORTEST_IDLE, LONGEST_IDLE), updates);
    }

    public Settings withUpdates(Updates wish) {
        return new Settings(theme, density, textPercent, zone, startPage, logLevel, vaultMinutes, wish);
    }
}
