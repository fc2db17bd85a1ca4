package dev.rackside.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between the program and the server and cuts the wire at a statement: before it arrives, or before its answer. */
final class CuttingProxy implements AutoCloseable {

    enum Cut {
        /** The server never sees the statement. */
        BEFORE,
        /** The server does it; its answer is lost. */
        AFTER
    }

    private record Armed(String statement, Cut cut) {}

    private final ServerSocket door;
    private final int serverPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

    CuttingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts once, at the next statement that contains this text. */
    void cut(Cut cut, String statement) {
        armed.set(new Armed(statement, cut));
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> copy(client, server, true));
                Thread.ofVirtual().start(() -> copy(server, client, false));
            }
        } catch (IOException _) {
            // The door was closed: the test is over.
        }
    }

    private void copy(Socket from, Socket to, boolean statements) {
        var buffer = new byte[65_536];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                var cut = statements ? cutAt(new String(buffer, 0, length, StandardCharsets.ISO_8859_1)) : null;
                if (cut == Cut.BEFORE) {
                    return;
                }
                if (cut == Cut.AFTER) {
                    from.close();
                }
                out.write(buffer, 0, length);
                out.flush();
                if (cut == Cut.AFTER) {
                    Thread.sleep(300);
                    return;
                }
            }
        } catch (IOException _) {
            // One side hung up; so does the other.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Cut cutAt(String sent) {
        var waiting = armed.get();
        return waiting != null && sent.contains(waiting.statement()) && armed.compareAndSet(waiting, null)
                ? waiting.cut()
                : null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
