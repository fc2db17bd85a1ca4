package dev.rackside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSignalsTest {

    private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");

    private final Semaphore left = new Semaphore(0);
    private final SessionSignals signals = new SessionSignals(left::release);

    private boolean leaves(String member, Object... said) {
        signals.heard(member, said);
        return left.tryAcquire();
    }

    @Test
    void sleepAndLockedScreensAreHeardAndTheirEndIsNot() {
        assertThat(leaves("PrepareForSleep", true)).isTrue();
        assertThat(leaves("PrepareForSleep", false)).as("waking up").isFalse();
        assertThat(leaves("ActiveChanged", true)).isTrue();
        assertThat(leaves("ActiveChanged", false)).as("the screen is seen again").isFalse();
        assertThat(leaves("Lock")).isTrue();
        assertThat(leaves("ActiveChanged")).as("says nothing").isFalse();
        assertThat(leaves("ActiveChanged", "true")).as("says something else").isFalse();
    }

    @Test
    void withoutABusNothingIsHeardAndNothingFails() {
        assertThat(signals.connect(() -> DBusConnectionBuilder.forAddress("unix:path=/nowhere/bus"),
                SessionSignals.OF_SYSTEM)).isFalse();
        signals.close();
        SessionSignals.listen(left::release).close();
        assertThat(left.availablePermits()).isZero();
    }

    /** On a bus of its own: a real daemon, and a screen saver that is locked and unlocked. */
    @Test
    void signalsOfARealBusAreHeard(@TempDir Path folder) throws Exception {
        assumeThat(Files.isExecutable(DAEMON)).as(DAEMON + " is not installed: no real bus to try").isTrue();
        var daemon = new ProcessBuilder(DAEMON.toString(), "--session", "--nofork", "--nopidfile", "--print-address",
                "--address=unix:path=" + folder.resolve("bus")).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8))) {
            var address = out.readLine();
            assertThat(signals.connect(() -> DBusConnectionBuilder.forAddress(address), SessionSignals.OF_DESKTOP))
                    .isTrue();
            assertThat(signals.connect(() -> DBusConnectionBuilder.forAddress(address), SessionSignals.OF_SYSTEM))
                    .isTrue();
            try (var saver = DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
                saver.sendMessage(signal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", true));
                assertThat(left.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                saver.sendMessage(signal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", false));
                saver.sendMessage(signal("/x", "org.example.Other", "ActiveChanged", true));
                saver.sendMessage(signal("/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                        "PrepareForSleep", true));
                assertThat(left.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                assertThat(left.tryAcquire(200, TimeUnit.MILLISECONDS)).as("nothing but that").isFalse();
            }
        } finally {
            signals.close();
            daemon.destroy();
            assertThat(daemon.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static DBusSignal signal(String path, String from, String member, boolean active) throws Exception {
        return new DBusSignal(null, path, from, member, "b", active);
    }
}
