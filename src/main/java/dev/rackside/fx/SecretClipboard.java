package dev.rackside.fx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/**
 * A secret on the clipboard: for twenty seconds, and only as long as nothing else was copied. Managers of clipboards are
 * asked not to keep it, by the marks that password managers use. To be used on the screen thread.
 */
public final class SecretClipboard {

    /** How long it stays. */
    public static final Duration STAYS = Duration.ofSeconds(20);

    /** What KDE, Windows and macOS take for "don't keep this". */
    private static final List<String> MARKS = List.of("x-kde-passwordManagerHint",
            "ExcludeClipboardContentFromMonitorProcessing", "org.nspasteboard.ConcealedType");

    private final Background background;
    private Alarm end = () -> {
    };
    private byte @Nullable [] ours;

    public SecretClipboard(Background background) {
        this.background = background;
    }

    /** @param secret not changed; the caller wipes it */
    public void put(char[] secret) {
        var text = new String(secret);
        var content = new ClipboardContent();
        content.putString(text);
        MARKS.forEach(mark -> content.put(format(mark), "secret"));
        Clipboard.getSystemClipboard().setContent(content);
        ours = hash(text);
        end.cancel();
        end = background.after(STAYS, this::clear);
    }

    /** Takes it away where it is still there: after its time, when the vault is locked, when the program ends. */
    public void clear() {
        end.cancel();
        var clipboard = Clipboard.getSystemClipboard();
        var text = ours == null ? null : clipboard.getString();
        if (text != null && MessageDigest.isEqual(ours, hash(text))) {
            clipboard.clear();
        }
        ours = null;
    }

    private static DataFormat format(String name) {
        var known = DataFormat.lookupMimeType(name);
        return known == null ? new DataFormat(name) : known;
    }

    /** The text itself isn't kept. */
    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
