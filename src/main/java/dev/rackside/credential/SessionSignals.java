package dev.rackside.credential;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears on Linux, from the buses of the system and of the desktop, that the computer goes to sleep or the screen is
 * locked. Where there is no bus, or on another system, nothing is heard, and nothing fails. Whoever is on the bus can
 * say so: the worst that comes of it is a vault that is locked.
 */
public final class SessionSignals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSignals.class);
    private static final String TYPE = "signal";

    /** What is listened for. */
    record Wanted(String from, String member) {}

    static final List<Wanted> OF_SYSTEM = List.of(new Wanted("org.freedesktop.login1.Manager", "PrepareForSleep"),
            new Wanted("org.freedesktop.login1.Session", "Lock"));
    static final List<Wanted> OF_DESKTOP = List.of(new Wanted("org.freedesktop.ScreenSaver", "ActiveChanged"),
            new Wanted("org.gnome.ScreenSaver", "ActiveChanged"));

    private final Runnable leaves;
    private final List<DBusConnection> buses = new ArrayList<>();

    SessionSignals(Runnable leaves) {
        this.leaves = leaves;
    }

    /**
     * Begins to listen; takes a moment, so not on the screen thread.
     *
     * @param leaves is called, on any thread, whenever the computer goes to sleep or the screen is locked
     */
    public static SessionSignals listen(Runnable leaves) {
        var signals = new SessionSignals(leaves);
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            signals.connect(DBusConnectionBuilder::forSystemBus, OF_SYSTEM);
            signals.connect(DBusConnectionBuilder::forSessionBus, OF_DESKTOP);
        }
        return signals;
    }

    /** Finds a bus, which may not be there. */
    @FunctionalInterface
    interface Bus {
        DBusConnectionBuilder find() throws DBusException;
    }

    /** Whether there was such a bus. */
    boolean connect(Bus bus, List<Wanted> wanted) {
        try {
            var connection = bus.find().withShared(false).build();
            synchronized (buses) {
                buses.add(connection);
            }
            for (var each : wanted) {
                connection.addGenericSigHandler(new DBusMatchRule(TYPE, each.from(), each.member()), this::heard);
            }
            return true;
        } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
            LOG.debug("No bus to hear of sleep or a locked screen: {}", e.toString());
            return false;
        }
    }

    private void heard(DBusSignal signal) {
        try {
            heard(signal.getName(), signal.getParameters());
        } catch (DBusException e) {
            LOG.debug("A signal that can't be read: {}", e.toString());
        }
    }

    /** Waking up and the end of a locked screen are told by the same signals, with a no. */
    void heard(String member, Object[] said) {
        if (member.equals("Lock") || (said.length > 0 && Boolean.TRUE.equals(said[0]))) {
            leaves.run();
        }
    }

    /** Hears nothing any more. */
    @Override
    public void close() {
        synchronized (buses) {
            for (var bus : buses) {
                try {
                    bus.close();
                } catch (IOException e) {
                    LOG.debug("A bus that is gone: {}", e.toString());
                }
            }
            buses.clear();
        }
    }
}
