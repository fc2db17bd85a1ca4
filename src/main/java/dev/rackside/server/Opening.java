package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/** Finds a directory in whatever state the last Rackside left it, and ends with its server running. */
final class Opening {

    private final ServerDirectory directory;
    private final ServerProgram program;
    private final Tuning tuning;

    Opening(ServerDirectory directory, ServerProgram program, Tuning tuning) {
        this.directory = directory;
        this.program = program;
        this.tuning = tuning;
    }

    /** The running server; the directory's lock must be held. */
    ServerRun perform() throws IOException {
        directory.clear();
        var aside = new Aside(directory);
        if (!Files.exists(directory.data()) && !aside.putBackNewest()) {
            Files.move(new Installation(directory, program, tuning).make(), directory.data(),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        var mark = mark();
        refuseNewer(mark);
        var run = new ServerRun(directory, program, tuning);
        run.adopt();
        if (run.current() && mark.aside().isEmpty()) {
            return run;
        }
        run.stop();
        if (!mark.aside().isEmpty()) {
            // An upgrade was interrupted. What it had done is not to be trusted; it begins again with the old data.
            aside.putBack(mark.aside());
            mark = mark();
        }
        if (mark.version().equals(program.version())) {
            run.start();
        } else {
            new Upgrade(directory, program, run, aside).from(mark.version());
        }
        return run;
    }

    private ServerDirectory.Mark mark() throws IOException {
        return ServerDirectory.mark(directory.data())
                .orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_DAMAGED, directory.data()));
    }

    private void refuseNewer(ServerDirectory.Mark mark) {
        if (mark.version().compareTo(program.version()) > 0) {
            throw new Problem(ErrorCode.DATA_NEWER_THAN_SERVER, mark.version(), program.version());
        }
    }
}
