package dev.rackside.workspace;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by the agent while it runs: there is one for each person of a workstation, and others can tell that it runs. */
public final class AgentLock implements AutoCloseable {

    private static final long NOBODY = -1;
    // Beyond the content, which others read: Windows lets nobody read bytes that are locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final Path file;

    private AgentLock(FileChannel channel, Path file) {
        this.channel = channel;
        this.file = file;
    }

    private static Path file(Places places) {
        return places.config().resolve("agent.pid");
    }

    /** @throws Problem AGENT_RUNS where another agent runs; NOT_WRITABLE */
    public static AgentLock take(Places places) {
        var file = file(places);
        try {
            Files.createDirectories(places.config());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                    throw new Problem(ErrorCode.AGENT_RUNS, Long.toString(holder(places)));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
                return new AgentLock(channel, file);
            } catch (OverlappingFileLockException _) {
                channel.close();
                throw new Problem(ErrorCode.AGENT_RUNS, Long.toString(ProcessHandle.current().pid()));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }

    /** The process of the agent that runs; a number that no process has where none does. */
    public static long holder(Places places) {
        try {
            var pid = Long.parseLong(Files.readString(file(places)).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() ? pid : NOBODY;
        } catch (IOException | NumberFormatException _) {
            return NOBODY;
        }
    }

    public static boolean runs(Places places) {
        return holder(places) != NOBODY;
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The lock ends with the process at the latest.
        }
    }
}
