package dev.rackside.credential.ui;

import dev.rackside.credential.SecretService;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.SecretClipboard;
import dev.rackside.fx.Slot;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The secrets of the credential that is shown: one of them at a time is seen, and for a short while. */
final class SecretsModel {

    /** How long a secret is seen. */
    static final Duration SEEN = Duration.ofSeconds(30);

    private final SecretService secrets;
    private final Background background;
    private final SecretClipboard clipboard;
    private final Slot reading;
    private final Slot writing;
    private @Nullable Runnable hide;
    private Alarm end = () -> {
    };

    SecretsModel(SecretService secrets, SecretClipboard clipboard, Background background) {
        this.secrets = secrets;
        this.background = background;
        this.clipboard = clipboard;
        reading = background.slot();
        writing = background.slot();
    }

    /**
     * @param show gets the secret
     * @param hidden is called when it must be seen no longer
     */
    void reveal(UUID credential, Place place, Consumer<String> show, Runnable hidden) {
        hide();
        reading.run(() -> secrets.reveal(credential, place), secret -> {
            hide = hidden;
            show.accept(new String(secret));
            Arrays.fill(secret, '\0');
            end = background.after(SEEN, this::hide);
        });
    }

    /** Takes away what is seen. */
    void hide() {
        reading.cancel();
        end.cancel();
        var act = hide;
        hide = null;
        if (act != null) {
            act.run();
        }
    }

    /** Locked: nothing is seen, and nothing of ours stays on the clipboard. */
    void forget() {
        hide();
        clipboard.clear();
    }

    void copy(UUID credential, Place place, Runnable copied) {
        reading.run(() -> secrets.reveal(credential, place), secret -> {
            clipboard.put(secret);
            Arrays.fill(secret, '\0');
            copied.run();
        });
    }

    /** @param secret null takes it away; wiped when it is written */
    void write(UUID credential, Place place, char @Nullable [] secret, Runnable written) {
        hide();
        var taken = writing.once(() -> {
            try {
                secrets.write(credential, Map.of(place, Optional.ofNullable(secret)));
                return place;
            } finally {
                wipe(secret);
            }
        }, _ -> written.run());
        if (!taken) {
            wipe(secret);
        }
    }

    /** Seals a copy of what stands in the clear. */
    void sealPlainHook(UUID credential, Runnable written) {
        writing.once(() -> {
            secrets.sealPlainHook(credential);
            return credential;
        }, _ -> written.run());
    }

    void removePlainHook(UUID credential, Runnable written) {
        writing.once(() -> {
            secrets.removePlainHook(credential);
            return credential;
        }, _ -> written.run());
    }

    private static void wipe(char @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
