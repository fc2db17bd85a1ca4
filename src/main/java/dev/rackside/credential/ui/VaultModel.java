package dev.rackside.credential.ui;

import dev.rackside.credential.VaultKits;
import dev.rackside.credential.VaultMembers;
import dev.rackside.credential.VaultMembers.Member;
import dev.rackside.credential.VaultService;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Slot;
import dev.rackside.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

    private final VaultService vault;
    private final VaultMembers members;
    private final VaultKits kits;
    private final Background background;
    private final AutoLock auto;
    private final Slot reading;
    private final Slot acting;
    private final Alarm watch;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Team> team = new ReadOnlyObjectWrapper<>(Team.NOBODY);
    private final ReadOnlyObjectWrapper<String> fingerprint = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper kitTried = new ReadOnlyBooleanWrapper(true);

    public VaultModel(VaultService vault, VaultMembers members, VaultKits kits, Background background) {
        this(vault, members, kits, background, new AutoLock());
    }

    VaultModel(VaultService vault, VaultMembers members, VaultKits kits, Background background, AutoLock auto) {
        this.vault = vault;
        this.members = members;
        this.kits = kits;
        this.background = background;
        this.auto = auto;
        reading = background.slot();
        acting = background.slot();
        watch = background.every(AutoLock.LOOK, this::look);
        vault.onChange(() -> background.onScreen(this::changed));
    }

    private record Read(Standing standing, boolean kitTried, Team team, String fingerprint) {}

    /**
     * Who has keys.
     *
     * @param behind whether something is still sealed under an older key
     */
    record Team(List<Member> members, boolean behind) {
        static final Team NOBODY = new Team(List.of(), false);
    }

    /** A vault that was locked is locked at once, also where the database doesn't answer any more. */
    private void changed() {
        if (!vault.isOpen() && standing.get() == Standing.OPEN) {
            standing.set(Standing.LOCKED);
            team.set(Team.NOBODY);
        }
        read();
    }

    /** Looks how the vault stands. */
    public void read() {
        touched();
        reading.run(() -> {
            var now = vault.standing();
            var fingerprint = vault.enrolled().map(keys -> keys.words() + "\n" + keys.fingerprint()).orElse("");
            return now == Standing.OPEN
                    ? new Read(now, kits.tried(), new Team(members.members(), members.isBehind()), fingerprint)
                    : new Read(now, true, Team.NOBODY, fingerprint);
        }, read -> {
            kitTried.set(read.kitTried());
            standing.set(read.standing());
            fingerprint.set(read.fingerprint());
            team.set(read.team());
        }, problem::set);
    }

    /** Somebody is there. */
    public void touched() {
        auto.touched();
    }

    /** @param idle after how long without a key or the mouse the vault is locked; asked again and again */
    public void locksAfter(Supplier<Duration> idle) {
        auto.after(idle);
    }

    Duration idle() {
        return auto.idle();
    }

    private void look() {
        if (auto.due() && vault.isOpen()) {
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

    /** Makes another recovery kit, as {@link #create} does. */
    void replaceKit(Consumer<char[]> shown) {
        act(() -> {
            try (var kit = kits.replace()) {
                return kit.text();
            }
        }, text -> {
            shown.accept(text);
            read();
        });
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

    /** The vault gets a new key and another kit, which is shown as in {@link #create}. */
    void recover(char[] kit, char[] password, Consumer<char[]> shown) {
        act(() -> {
            try (var fresh = kits.recover(kit, password)) {
                return fresh.text();
            }
        }, text -> {
            shown.accept(text);
            reseal();
        }, kit, password);
    }

    /** Makes this person's keys; then somebody can grant the vault to them. */
    void enrol(char[] password) {
        act(() -> vault.enrol(password), _ -> read(), password);
    }

    /** Takes the fingerprint that the last problem told for right; the password is to be typed again. */
    void trustGranter() {
        var told = problem.get();
        if (told != null && told.code() == ErrorCode.VAULT_GRANTER_UNKNOWN) {
            act(() -> {
                vault.trust(told.arguments().getFirst());
                return true;
            }, _ -> read());
        }
    }

    /** Grants the vault to somebody whose fingerprint was compared. */
    void grant(Member member) {
        act(() -> {
            members.grant(member.technician(), member.fingerprint());
            return true;
        }, _ -> read());
    }

    /**
     * Gives the vault a new key and seals everything under it.
     *
     * @param leaving who doesn't get it; null where nobody leaves
     */
    void renew(@Nullable Member leaving) {
        act(() -> {
            members.renew(leaving == null ? null : leaving.technician());
            return true;
        }, _ -> reseal());
    }

    /** Goes on with sealing under the newest key. */
    void reseal() {
        read();
        background.jobInSteps(Messages.get("vault.reseal.job"), progress -> {
            progress.at(-1, Messages.get("vault.reseal.job"));
            return members.reseal(progress::cancelled);
        }, _ -> read());
    }

    void tryKit(char[] typed, Runnable done) {
        act(() -> {
            kits.attempt(typed);
            return true;
        }, _ -> {
            kitTried.set(true);
            done.run();
        }, typed);
    }

    /** Writes the kit where the person wants it: readable by them alone, where the file system knows that. */
    void saveKit(Path file, String text) {
        problem.set(null);
        acting.once(() -> {
            KitFile.write(file, text, kits.label());
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

    ReadOnlyObjectProperty<Team> team() {
        return team.getReadOnlyProperty();
    }

    /** What others compare before they grant, in words and below in digits; empty where this person has no keys. */
    ReadOnlyObjectProperty<String> fingerprint() {
        return fingerprint.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return acting.busy();
    }

    /** Whether somebody typed the recovery kit back once; until then it may be unreadable. */
    ReadOnlyBooleanProperty kitTried() {
        return kitTried.getReadOnlyProperty();
    }

    public void close() {
        watch.cancel();
        reading.cancel();
        lock();
    }
}
