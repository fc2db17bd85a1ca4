package dev.rackside.tour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between the window and the team's server: it can be slow, and it can be cut. */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final ServerSocket door;
    private final int serverPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean held;
    private volatile boolean broken;

    Wire(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on nothing arrives, until {@link #release}. */
    void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    /** From now on nobody is connected, until {@link #mend}. */
    void cut() {
        broken = true;
        release();
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    void mend() {
        broken = false;
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                if (broken) {
                    close(client);
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            }
        } catch (IOException _) {
            // The door was closed: the tour is over.
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try (from; to; var in = from.getInputStream(); var out = to.getOutputStream()) {
            for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                waitWhileHeld();
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException _) {
            // One side hung up; so does the other.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void waitWhileHeld() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
