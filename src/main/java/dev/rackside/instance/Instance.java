package dev.rackside.instance;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * This program's window among those of the same person on this workstation: it says which workspace it has, and takes
 * what later starts want of that one. Its methods may be called from any thread.
 */
public final class Instance implements AutoCloseable {

    /** How long a start waits for other processes, all together. */
    static final Duration PATIENCE = Duration.ofSeconds(2);
    /** How long a start waits for others that are just beginning; they get out of the way once their socket is there. */
    private static final Duration BEGINNING = Duration.ofSeconds(4);
    /** A window opens its socket when it has most likely been painted. */
    private static final Duration PAINTED = Duration.ofMillis(600);
    /** How long a window's own thread has, so that whoever asked hears of it within their patience. */
    private static final Duration ON_SCREEN = Duration.ofMillis(1500);
    /** A window that isn't there after this time will not come. */
    private static final Duration STARTING = Duration.ofSeconds(30);

    private final Places places;
    private final Patience starting = new Patience(STARTING);
    private final List<Start> waiting = new ArrayList<>();
    private final @Nullable SocketFolder folder;
    private final @Nullable Start own;
    private @Nullable Receiver receiver;
    private @Nullable Listener listener;
    private volatile @Nullable Wanted wanted;

    private Instance(Places places, @Nullable SocketFolder folder, @Nullable Start own) {
        this.places = places;
        this.folder = folder;
        this.own = own;
    }

    /** What becomes of a start. */
    public sealed interface Begun {

        /** This process opens the window. */
        record Here(Instance instance) implements Begun {}

        /**
         * Another one took it, and brings its window forward.
         *
         * @param workspace that is open there; empty for none
         */
        record There(String workspace) implements Begun {}
    }

    /** Takes what another start hands over. */
    @FunctionalInterface
    public interface Receiver {
        /** @param taken to be run once the window came forward */
        void take(Start start, Runnable taken);
    }

    /**
     * Decides whether a start opens a window of its own: not where a living one has the wanted workspace, or is about
     * to. Of several starts at one moment one opens. Waits two seconds at most for those who don't answer, and a little longer for one that is just
     * beginning.
     * Loads nothing of what draws windows or maps tables.
     */
    public static Begun begin(Places places, Start start) {
        return begin(places, start, PAINTED);
    }

    /** @param later after how long others can find the window; until then they wait */
    static Begun begin(Places places, Start start, Duration later) {
        try {
            var folder = SocketFolder.of(places.config());
            var lock = folder.lock(new Patience(BEGINNING)).orElse(SocketFolder.Lock.NONE);
            var there = asked(folder, lock, start);
            if (there.isPresent()) {
                lock.close();
                return new Begun.There(there.get().workspace());
            }
            var instance = new Instance(places, folder, start);
            instance.listen(lock, later);
            return new Begun.Here(instance);
        } catch (IOException _) {
            // What a window needs more than company it will say itself.
            return new Begun.Here(alone(places));
        }
    }

    private static Optional<Wire.Answer> asked(SocketFolder folder, SocketFolder.Lock lock, Start start)
            throws IOException {
        try {
            return new Others(folder, lock.held()).ask(start, new Patience(PATIENCE), null);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** A window that nobody else hears of. */
    public static Instance alone(Places places) {
        return new Instance(places, null, null);
    }

    private synchronized void listen(SocketFolder.Lock lock, Duration later) {
        if (folder != null) {
            listener = Listener.start(folder.next(), lock, later, this::answer);
        }
    }

    /** Says which workspace the window has, or is opening; null where one is being chosen. */
    public void occupy(@Nullable String workspace) {
        wanted = workspace == null ? Wanted.CHOICE : Wanted.named(workspace);
    }

    /** From now on somebody takes what later starts hand over; what came before is handed over now. */
    public void receive(Receiver by) {
        List<Start> before;
        synchronized (this) {
            receiver = by;
            before = List.copyOf(waiting);
            waiting.clear();
        }
        before.forEach(start -> by.take(start, () -> {
        }));
    }

    /**
     * Lets a workspace be opened in this window, unless another one has it, which is brought forward. Blocks for a
     * moment.
     *
     * @throws Problem WORKSPACE_IN_USE
     */
    public void claim(String workspace) {
        if (folder == null) {
            return;
        }
        try {
            var there = new Others(folder, false).ask(new Start(workspace, false, false), new Patience(PATIENCE),
                    socket());
            if (there.isPresent()) {
                throw new Problem(ErrorCode.WORKSPACE_IN_USE, workspace, there.get().process());
            }
        } catch (IOException _) {
            // Nobody can be asked, so nobody is.
        }
    }

    private synchronized @Nullable Path socket() {
        return listener == null ? null : listener.socket();
    }

    private Wire.Answer answer(Start start) {
        var mine = mine();
        var taken = mine.same(wanted(start)) && handed(start);
        return new Wire.Answer(taken, ProcessHandle.current().pid(), mine.name());
    }

    private Wanted mine() {
        var said = wanted;
        return said != null ? said : own == null ? Wanted.CHOICE : wanted(own);
    }

    /** Made when somebody asks, and not at the start: what reads the file takes longer to load than all else here. */
    private Wanted wanted(Start start) {
        return Wanted.of(start, new Workspaces(places));
    }

    /** Whether the window came forward. One whose thread is stuck doesn't, and must not keep others from opening. */
    private boolean handed(Start start) {
        Receiver by;
        synchronized (this) {
            by = receiver;
            if (by == null) {
                waiting.add(start);
                return !starting.isOver();
            }
        }
        var taken = new CountDownLatch(1);
        by.take(start, taken::countDown);
        try {
            return taken.await(ON_SCREEN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    /**
     * The other windows.
     *
     * @param tidy whether the sockets of those who were killed are taken away: for who decides alone, since somebody
     *     may be about to listen
     */
    private record Others(SocketFolder folder, boolean tidy) {

        /**
         * Asks one after the other.
         *
         * @param own the socket that isn't asked
         */
        Optional<Wire.Answer> ask(Start start, Patience patience, @Nullable Path own) throws IOException {
            var sockets = folder.sockets();
            var left = sockets.size();
            for (var socket : sockets) {
                var share = patience.left().dividedBy(left--);
                if (socket.equals(own)) {
                    continue;
                }
                try {
                    var answer = Question.ask(socket, start, share).filter(Wire.Answer::taken);
                    if (answer.isPresent()) {
                        return answer;
                    }
                } catch (ConnectException _) {
                    if (tidy) {
                        Files.deleteIfExists(socket);
                    }
                }
            }
            return Optional.empty();
        }
    }
}
