package dev.rackside.backup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** This computer's name, by which runs are told apart. */
final class Workstation {

    private static final int LONGEST = 255;
    private static final String NAME = read();

    private Workstation() {
    }

    static String name() {
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
