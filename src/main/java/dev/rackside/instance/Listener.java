package dev.rackside.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** Listens at a window's socket and answers, in threads of its own. */
final class Listener implements AutoCloseable {

    private final Path socket;
    private final Function<Start, Wire.Answer> answers;
    private @Nullable ServerSocketChannel server;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Listener(Path socket, Function<Start, Wire.Answer> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /**
     * Begins beside the caller, who has a window to open, and a little later: a first socket takes longer than all that
     * was asked before, and the window is to be there first.
     *
     * @param lock let go of once the socket can be found
     */
    static Listener start(Path socket, SocketFolder.Lock lock, Duration later, Function<Start, Wire.Answer> answers) {
        var listener = new Listener(socket, answers);
        Thread.ofPlatform().daemon().name("instance").start(() -> listener.listen(lock, later));
        return listener;
    }

    Path socket() {
        return socket;
    }

    private void listen(SocketFolder.Lock lock, Duration later) {
        try {
            ServerSocketChannel open;
            try (lock) {
                if (closed.await(later.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                open = opened();
            }
            while (open.isOpen()) {
                var caller = open.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // Closed, or nobody can listen here: then the window is one that nobody hears of.
        }
    }

    private synchronized ServerSocketChannel opened() throws IOException {
        var open = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server = open;
        if (closed.getCount() == 0) {
            open.close();
        }
        open.bind(UnixDomainSocketAddress.of(socket));
        socket.toFile().deleteOnExit();
        return open;
    }

    private void answer(SocketChannel caller) {
        try (caller) {
            if (isOwner(caller)) {
                var start = Wire.start(Channels.newInputStream(caller));
                Wire.write(Channels.newOutputStream(caller), answers.apply(start));
            }
        } catch (IOException _) {
            // Who goes away, or speaks otherwise, gets no answer.
        }
    }

    /** The folder keeps others out already; where the system says who it is, it is looked at all the same. */
    private boolean isOwner(SocketChannel caller) throws IOException {
        return !caller.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                || caller.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(Files.getOwner(socket));
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        try {
            if (server != null) {
                server.close();
                Files.deleteIfExists(socket);
            }
        } catch (IOException _) {
            // A socket that nobody listens at is taken away by the next start.
        }
    }
}
