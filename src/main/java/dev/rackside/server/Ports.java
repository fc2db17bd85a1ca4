package dev.rackside.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port that nobody listens on. */
final class Ports {

    // Below what systems give to outgoing connections (Linux from 32768, others from 49152), so that the port is
    // likely to be free at the next start too.
    private static final int LOWEST = 21_000;
    private static final int HIGHEST = 32_000;

    // By its bytes: the loopback address of some machines is ::1, where the server doesn't listen.
    private static final InetAddress LOOPBACK = loopback();

    private Ports() {
    }

    /** The wanted port if it is free, otherwise another one. */
    static int free(Optional<Integer> wanted) throws IOException {
        if (wanted.isPresent() && isFree(wanted.get())) {
            return wanted.get();
        }
        for (var attempt = 0; attempt < 200; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        try (var any = new ServerSocket(0, 1, LOOPBACK)) {
            return any.getLocalPort();
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
