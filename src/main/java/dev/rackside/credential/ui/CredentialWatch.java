package dev.rackside.credential.ui;

import dev.rackside.credential.CredentialService;
import dev.rackside.credential.Expiring;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import java.time.Duration;

/** Looks every few minutes which credentials expire soon, for as long as a workspace is open. */
public final class CredentialWatch {

    private static final Duration PERIOD = Duration.ofMinutes(2);

    private final CredentialService credentials;
    private final Marker marker;
    private final Slot looking;
    private final Alarm alarm;

    /** Marks the place of credentials in the window. */
    @FunctionalInterface
    public interface Marker {

        /**
         * @param found how many expire how soon
         * @param sentence the same in words; empty where none does
         */
        void mark(Expiring found, String sentence);
    }

    /** Looks from now on; {@code marker} is called on the screen thread. */
    public CredentialWatch(CredentialService credentials, Background background, Marker marker) {
        this.credentials = credentials;
        this.marker = marker;
        looking = background.slot();
        alarm = background.watch(PERIOD, this::look);
    }

    private void look() {
        // While the server is away the window says so by itself; the dot stays as it is.
        looking.run(credentials::expiring, found -> marker.mark(found, CredentialWords.expiring(found)), _ -> {
        });
    }

    /** No more looks; a look that is under way isn't told any more. */
    public void stop() {
        alarm.cancel();
        looking.cancel();
    }
}
