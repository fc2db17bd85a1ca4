package dev.rackside.instance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks another window of this workstation whether it takes what a start was asked for. */
final class Question {

    private Question() {
    }

    /**
     * The answer; empty where none that can be read comes in time.
     *
     * @throws ConnectException where nobody listens at the socket any more
     */
    static Optional<Wire.Answer> ask(Path socket, Start start, Duration patience) throws ConnectException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var asked = new FutureTask<>(() -> ask(channel, socket, start));
            Thread.ofVirtual().start(asked);
            // Closing the channel ends whoever still waits at it.
            return Optional.of(asked.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException nobody) {
                throw nobody;
            }
            return Optional.empty();
        } catch (IOException | TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Wire.Answer ask(SocketChannel channel, Path socket, Start start) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        Wire.write(Channels.newOutputStream(channel), start);
        return Wire.answer(Channels.newInputStream(channel));
    }
}
