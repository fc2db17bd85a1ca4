package dev.rackside.server;

import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that runs on a directory which another Rackside has open: how to reach it, for those who only look.
 *
 * @param port on {@link LocalServer#HOST}; it may change when its Rackside starts the server again
 * @param account the account to work with
 */
public record RunningServer(int port, Account account) {

    /**
     * The server of a directory, where one runs; nothing is started, made or locked.
     *
     * @throws Problem WORKSPACE_DAMAGED, NOT_WRITABLE where the directory can't be read
     */
    public static Optional<RunningServer> of(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try {
            var home = new ServerDirectory(directory.toRealPath());
            var port = home.port();
            return port.isEmpty() || ServerProcess.orphan(home).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RunningServer(port.get(), home.account()));
        } catch (IOException e) {
            throw DiskTrouble.of(e, directory);
        }
    }
}
