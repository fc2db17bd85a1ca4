package dev.rackside.backup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** What this computer is called in the records of backups, by which runs are told apart. */
public final class Workstation {

    private static final int LONGEST = 255;
    private static final String NAME = read();

    private Workstation() {
    }

    public static String name() {
        return NAME;
    }

    private static String read() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), LONGEST));
        } catch (UnknownHostException _) {
            return Objects.requireNonNullElse(System.getenv("COMPUTERNAME"), "localhost");
        }
    }
}
