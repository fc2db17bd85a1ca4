package dev.rackside.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import jdk.net.ExtendedSocketOptions;

/** Listens at a window's socket and answers, in threads of its own. */
final class Listener implements AutoCloseable {

    private final Path socket;
    private final ServerSocketChannel server;
    private final Function<Start, Wire.Answer> answers;

    private Listener(Path socket, ServerSocketChannel server, Function<Start, Wire.Answer> answers) {
        this.socket = socket;
        this.server = server;
        this.answers = answers;
    }

    /**
     * Begins at once and beside the caller, who has a window to open.
     *
     * @param lock let go of once the socket can be found
     */
    static Listener start(Path socket, SocketFolder.Lock lock, Function<Start, Wire.Answer> answers)
            throws IOException {
        var listener = new Listener(socket, ServerSocketChannel.open(StandardProtocolFamily.UNIX), answers);
        Thread.ofPlatform().daemon().name("instance").start(() -> listener.listen(lock));
        return listener;
    }

    Path socket() {
        return socket;
    }

    private void listen(SocketFolder.Lock lock) {
        try {
            try (lock) {
                server.bind(UnixDomainSocketAddress.of(socket));
                socket.toFile().deleteOnExit();
            }
            while (server.isOpen()) {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            }
        } catch (IOException _) {
            // Closed, or nobody can listen here: then the window is one that nobody hears of.
        }
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
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException _) {
            // A socket that nobody listens at is taken away by the next start.
        }
    }
}
