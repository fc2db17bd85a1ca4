package dev.rackside.server;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The version of a MariaDB server, for example 11.4.5. */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

    /** The oldest server that Rackside runs. */
    public static final ServerVersion OLDEST = new ServerVersion(10, 6, 0);

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor).thenComparingInt(ServerVersion::patch);

    /** The first version that stands in a text such as {@code mariadbd  Ver 10.11.19-MariaDB for debian-linux-gnu}. */
    public static Optional<ServerVersion> in(String text) {
        var numbers = NUMBERS.matcher(text);
        return numbers.find()
                ? Optional.of(new ServerVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(3))))
                : Optional.empty();
    }

    /** Whether both are releases of one series: the system tables are then the same. */
    public boolean sameSeries(ServerVersion other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
