package dev.rackside.credential.ui;

import dev.rackside.credential.VaultService;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Slot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * The vault as screens show it. What is typed comes as characters and is wiped when the work is over. Left alone for a
 * while, or asleep with its computer, the vault is locked.
 */
public final class VaultModel {

    /** From anywhere in the window. */
    public static final Shortcut LOCK = Shortcut.commandShifted(KeyCode.L, "vault.lock.command");

    /** After this long without a key or the mouse. */
    static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final VaultService vault;
    private final Clock clock;
    private final Slot reading;
    private final Slot acting;
    private final Alarm watch;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private boolean kitTried = true;
    private Instant touched;
    private Instant looked;

    public VaultModel(VaultService vault, Background background) {
        this(vault, background, Clock.systemUTC());
    }

    VaultModel(VaultService vault, Background background, Clock clock) {
        this.vault = vault;
        this.clock = clock;
        touched = clock.instant();
        looked = touched;
        reading = background.slot();
        acting = background.slot();
        watch = background.every(LOOK, this::look);
        vault.onChange(() -> background.onScreen(this::read));
    }

    private record Read(Standing standing, boolean kitTried) {}

    /** Looks how the vault stands. */
    public void read() {
        touched();
        reading.run(() -> {
            var now = vault.standing();
            return new Read(now, now != Standing.OPEN || vault.kitTried());
        }, read -> {
            kitTried = read.kitTried();
            standing.set(read.standing());
        }, problem::set);
    }

    /** Somebody is there. */
    public void touched() {
        touched = clock.instant();
    }

    /** Two looks are seconds apart, unless the computer slept between them. */
    private void look() {
        var now = clock.instant();
        var slept = Duration.between(looked, now).compareTo(LOOK.multipliedBy(4)) > 0;
        looked = now;
        if (vault.isOpen() && (slept || Duration.between(touched, now).compareTo(IDLE) >= 0)) {
            lock();
        }
    }

    /** @param shown gets the recovery kit's text and wipes it */
    void create(char[] password, Consumer<char[]> shown) {
        act(() -> {
            try (var kit = vault.create(password)) {
                return kit.text();
            }
        }, shown, password);
    }

    void unlock(char[] password, Runnable done) {
        act(() -> {
            vault.unlock(password);
            return true;
        }, _ -> done.run(), password);
    }

    void changePassword(char[] before, char[] after, Runnable done) {
        act(() -> {
            vault.changePassword(before, after);
            return true;
        }, _ -> done.run(), before, after);
    }

    void recover(char[] kit, char[] password, Runnable done) {
        act(() -> {
            vault.recover(kit, password);
            return true;
        }, _ -> done.run(), kit, password);
    }

    void tryKit(char[] typed, Runnable done) {
        act(() -> {
            vault.tryKit(typed);
            return true;
        }, _ -> {
            kitTried = true;
            done.run();
        }, typed);
    }

    /** Writes the kit where the person wants it: readable by them alone, where the file system knows that. */
    void saveKit(Path file, String text) {
        problem.set(null);
        acting.once(() -> {
            KitFile.write(file, text);
            return file;
        }, _ -> {
        }, problem::set);
    }

    private <T> void act(Callable<T> work, Consumer<T> done, char[]... wiped) {
        problem.set(null);
        var taken = acting.once(() -> {
            try {
                return work.call();
            } finally {
                wipe(wiped);
            }
        }, done, problem::set);
        if (!taken) {
            wipe(wiped);
        }
    }

    private static void wipe(char[]... typed) {
        for (var each : typed) {
            Arrays.fill(each, '\0');
        }
    }

    /** At once; nothing where it isn't open. */
    public void lock() {
        vault.lock();
    }

    void forgetProblem() {
        problem.set(null);
    }

    /** Null until it is known. */
    public ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Why the last act failed; null where it didn't. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return acting.busy();
    }

    /** Whether somebody typed the recovery kit back once; until then it may be unreadable. */
    boolean kitTried() {
        return kitTried;
    }

    public void close() {
        watch.cancel();
        reading.cancel();
        lock();
    }
}
