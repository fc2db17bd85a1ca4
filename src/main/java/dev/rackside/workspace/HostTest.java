package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.workspace.ConnectionReport.Check;
import dev.rackside.workspace.ConnectionReport.Outcome;
import dev.rackside.workspace.ConnectionReport.Result;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether a host's name is known and whether a MariaDB server listens on its port, without signing in. */
final class HostTest {

    private static final int PATIENCE_MS = 4_000;
    private static final int PROTOCOL = 10;
    /** A server greets strangers that it refuses with an error instead. */
    private static final int REFUSAL = 0xff;

    private final Host host;

    HostTest(Host host) {
        this.host = host;
    }

    /** Where the name leads, or empty where nobody knows it. */
    Optional<InetAddress[]> addresses() {
        try {
            return Optional.of(InetAddress.getAllByName(host.name()));
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    Result name(Optional<InetAddress[]> found) {
        return found.map(addresses -> Result.of(Check.NAME, host.name(), Outcome.PASSED, "name.passed", host.name(),
                Arrays.stream(addresses).map(InetAddress::getHostAddress).limit(3).collect(Collectors.joining(", "))))
                .orElseGet(() -> Result.of(Check.NAME, host.name(), Outcome.FAILED, "name.failed", host.name()));
    }

    Result port() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.name(), host.port()), PATIENCE_MS);
            return greeted(socket)
                    ? Result.of(Check.PORT, host.toString(), Outcome.PASSED, "port.passed", host)
                    : Result.of(Check.PORT, host.toString(), Outcome.FAILED, "port.stranger", host);
        } catch (SocketTimeoutException _) {
            return Result.of(Check.PORT, host.toString(), Outcome.FAILED, "port.silent", host);
        } catch (IOException _) {
            return Result.of(Check.PORT, host.toString(), Outcome.FAILED, "port.closed", host);
        }
    }

    /** A server speaks first: three bytes of length, a number, and the protocol's version. */
    private static boolean greeted(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MS);
        try {
            var start = new DataInputStream(socket.getInputStream()).readNBytes(5);
            return start.length == 5 && start[3] == 0
                    && (start[4] == PROTOCOL || Byte.toUnsignedInt(start[4]) == REFUSAL);
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
