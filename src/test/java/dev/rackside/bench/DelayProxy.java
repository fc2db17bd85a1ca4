package dev.rackside.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;

/** A long wire to the server: what goes either way arrives so much later, and no less of it. */
final class DelayProxy implements AutoCloseable {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parcel(byte[] bytes, long due) {}

    private final ServerSocket door;
    private final int serverPort;
    private final long oneWayNanos;

    DelayProxy(int serverPort, long roundTripMillis) throws IOException {
        this.serverPort = serverPort;
        this.oneWayNanos = roundTripMillis * 1_000_000 / 2;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                wire(client, server);
                wire(server, client);
            }
        } catch (IOException _) {
            // The door was closed: the measuring is over.
        }
    }

    private void wire(Socket from, Socket to) {
        var underWay = new LinkedBlockingQueue<Parcel>();
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[65_536];
            try (from) {
                var in = from.getInputStream();
                for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    underWay.add(new Parcel(Arrays.copyOf(buffer, length), System.nanoTime() + oneWayNanos));
                }
            } catch (IOException _) {
                // One side hung up; so does the other.
            }
            underWay.add(new Parcel(new byte[0], 0));
        });
        Thread.ofVirtual().start(() -> {
            try (to) {
                var out = to.getOutputStream();
                for (var parcel = underWay.take(); parcel.bytes().length > 0; parcel = underWay.take()) {
                    var wait = parcel.due() - System.nanoTime();
                    if (wait > 0) {
                        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                    }
                    out.write(parcel.bytes());
                    out.flush();
                }
            } catch (IOException _) {
                // As above.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
