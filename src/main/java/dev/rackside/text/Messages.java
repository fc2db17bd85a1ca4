package dev.rackside.text;

import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Every word a person reads, from {@code messages.properties}. */
public final class Messages {

    private static final ResourceBundle BUNDLE = keyed(
            ResourceBundle.getBundle("dev.rackside.text.messages", Locale.ROOT), System.getProperty("os.name", ""));

    private Messages() {
    }

    /** The bundle for FXML, where {@code %key} stands for a message. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * The message with its places filled; plain text, never an exception.
     *
     * @param key a key of {@code messages.properties}; an unknown one comes back in exclamation marks, so that it is
     *     seen, and the tests list it
     */
    public static String get(String key, Object... arguments) {
        try {
            var pattern = BUNDLE.getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
        } catch (MissingResourceException _) {
            return "!" + key + "!";
        }
    }

    /** The same words for an operating system: keys are named as its keyboards have them. */
    static ResourceBundle keyed(ResourceBundle words, String system) {
        if (!system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return words;
        }
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return words.getString(key).replace("Ctrl+", "⌘");
            }

            @Override
            public Enumeration<String> getKeys() {
                return words.getKeys();
            }
        };
    }

    /** Whether there is such a message. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
