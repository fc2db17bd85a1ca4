package dev.rackside.backup;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this computer is called in the records of backups. */
public final class Workstation {

    private Workstation() {
    }

    /** Its name; empty where it has none. */
    public static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "";
        }
    }
}
