package dev.rackside.workspace.ui;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Workspace;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens workspaces: gets the password, tries again by itself while the server is away, and asks for another password
 * where one was refused. The latest wish counts; what an earlier one opens meanwhile is closed again. To be used on the
 * screen thread.
 */
public final class Opening {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Does the work, off the screen thread. */
    public interface Door {
        /**
         * @param password empty for a local workspace
         * @param sample whether an empty database shall be filled with sample data
         */
        OpenWorkspace open(Workspace workspace, char[] password, boolean sample) throws Exception;
    }

    /** Shows how it goes. */
    public interface View {
        void opening(Workspace workspace);

        void opened(OpenWorkspace workspace);

        /** @param again whether it is tried again by itself */
        void failed(Workspace workspace, Problem problem, boolean again);

        /**
         * The password is needed.
         *
         * @param refused why the one that was known isn't enough; null where none was known
         * @param mayKeep whether there is a keyring
         */
        void password(Workspace.Team team, @Nullable Problem refused, boolean mayKeep);
    }

    private final Background background;
    private final Passwords passwords;
    private final Door door;
    private final View view;
    private @Nullable Wish wish;
    private @Nullable Alarm alarm;

    public Opening(Background background, Passwords passwords, Door door, View view) {
        this.background = background;
        this.passwords = passwords;
        this.door = door;
        this.view = view;
    }

    /** What is to be opened, and the password that was typed for it. Each wish equals itself alone. */
    private static final class Wish {
        private final Workspace workspace;
        private final char @Nullable [] typed;
        private final boolean keep;
        private final boolean sample;

        Wish(Workspace workspace, char @Nullable [] typed, boolean keep, boolean sample) {
            this.workspace = workspace;
            this.typed = typed;
            this.keep = keep;
            this.sample = sample;
        }

        void wipe() {
            if (typed != null) {
                Arrays.fill(typed, '\0');
            }
        }
    }

    /** What came of an attempt: a workspace, or the question for its password. */
    private record Outcome(@Nullable OpenWorkspace opened, boolean mayKeep) {}

    /** Opens a workspace; a team's with the password that the keyring has, or by asking. */
    public void open(Workspace workspace, boolean sample) {
        begin(new Wish(workspace, null, false, sample));
    }

    /**
     * Opens a team's workspace.
     *
     * @param password is taken over, and wiped when it isn't needed any more
     * @param keep whether the keyring shall keep it once it was right
     */
    public void open(Workspace.Team team, char[] password, boolean keep) {
        begin(new Wish(team, password, keep, false));
    }

    /** Tries the last wish again at once. */
    public void retry() {
        if (wish != null) {
            attempt(wish);
        }
    }

    /** Gives the last wish up. */
    public void cancel() {
        silence();
        if (wish != null) {
            wish.wipe();
        }
        wish = null;
    }

    private void begin(Wish next) {
        cancel();
        wish = next;
        attempt(next);
    }

    private void attempt(Wish now) {
        silence();
        view.opening(now.workspace);
        // A slot of its own: what a dropped attempt opens must come here to be closed.
        background.slot().run(() -> work(now), outcome -> done(now, outcome), problem -> failed(now, problem));
    }

    private Outcome work(Wish now) throws Exception {
        if (!(now.workspace instanceof Workspace.Team team)) {
            return new Outcome(door.open(now.workspace, new char[0], now.sample), false);
        }
        var known = now.typed == null ? passwords.find(team) : Optional.of(now.typed.clone());
        if (known.isEmpty()) {
            return new Outcome(null, passwords.available());
        }
        try {
            var opened = door.open(team, known.get(), now.sample);
            if (now.keep) {
                passwords.keep(team, known.get());
            }
            return new Outcome(opened, false);
        } finally {
            Arrays.fill(known.get(), '\0');
        }
    }

    private void done(Wish now, Outcome outcome) {
        var opened = outcome.opened();
        if (now != wish) {
            if (opened != null) {
                background.slot().run(() -> {
                    opened.close();
                    return opened;
                }, _ -> {
                });
            }
        } else if (opened != null) {
            cancel();
            view.opened(opened);
        } else if (now.workspace instanceof Workspace.Team team) {
            view.password(team, null, outcome.mayKeep());
        }
    }

    private void failed(Wish now, Problem problem) {
        if (now != wish) {
            return;
        }
        if (problem.code() == ErrorCode.PASSWORD_REFUSED && now.workspace instanceof Workspace.Team team) {
            background.slot().run(passwords::available, mayKeep -> {
                if (now == wish) {
                    view.password(team, problem, mayKeep);
                }
            });
            return;
        }
        var again = problem.code().retryable();
        view.failed(now.workspace, problem, again);
        if (again) {
            alarm = background.every(PAUSE, () -> attempt(now));
        }
    }

    private void silence() {
        if (alarm != null) {
            alarm.cancel();
        }
        alarm = null;
    }
}
