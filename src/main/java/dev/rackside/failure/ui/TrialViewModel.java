package dev.rackside.failure.ui;

import dev.rackside.failure.Signature;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Says whether a signature is a regular expression, and what it finds in a text that the person pasted. */
final class TrialViewModel {

    private static final int LONGEST_SHOWN = 60;

    private final Slot trying;
    private final ReadOnlyStringWrapper kind = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper broken = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper();

    private record Tried(Signature signature, Signature.@Nullable Trial trial) {}

    TrialViewModel(Background background) {
        trying = background.slot();
    }

    /** Reads the signature again, and tries it where there is a text to try it on. */
    void tryOn(@Nullable String signature, @Nullable String text) {
        trying.run(() -> {
            var read = Signature.of(signature == null ? "" : signature.strip());
            return new Tried(read, text == null || text.isEmpty() ? null : read.trial(text));
        }, this::show);
    }

    private void show(Tried tried) {
        var signature = tried.signature();
        broken.set(signature.fault() != null);
        kind.set(kind(signature));
        var trial = tried.trial();
        found.set(trial != null && (trial.plain() >= 0 || !trial.matches().isEmpty()));
        outcome.set(trial == null || signature.text().isEmpty() ? "" : outcome(signature, trial));
    }

    private static String kind(Signature signature) {
        if (signature.text().isEmpty()) {
            return "";
        }
        if (signature.fault() != null) {
            return signature.faultAt() < 0
                    ? Messages.get("failure.regex.broken", signature.fault())
                    : Messages.get("failure.regex.broken-at", signature.fault(),
                            Math.min(signature.faultAt() + 1, signature.text().length()));
        }
        return Messages.get(signature.plain() ? "failure.regex.plain" : "failure.regex.valid");
    }

    private static String outcome(Signature signature, Signature.Trial trial) {
        if (trial.tooSlow()) {
            return Messages.get("failure.try.slow");
        }
        var matches = trial.matches();
        if (!matches.isEmpty()) {
            return Messages.get("failure.try.found", matches.size(), matches.getFirst().line(),
                    shortened(matches.getFirst().found()));
        }
        if (trial.plain() >= 0) {
            return Messages.get("failure.try.plain");
        }
        return Messages.get(signature.fault() == null ? "failure.try.nothing" : "failure.try.nothing-plain");
    }

    private static String shortened(String found) {
        var line = found.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    /** What the signature is, in a sentence; empty where there is none. */
    ReadOnlyStringProperty kind() {
        return kind.getReadOnlyProperty();
    }

    /** Whether it is no regular expression. */
    ReadOnlyBooleanProperty broken() {
        return broken.getReadOnlyProperty();
    }

    /** What it finds, in a sentence; empty where there is nothing to try. */
    ReadOnlyStringProperty outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether it finds anything. */
    ReadOnlyBooleanProperty found() {
        return found.getReadOnlyProperty();
    }
}
