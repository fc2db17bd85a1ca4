package dev.rackside.backup.agent;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a tool of the operating system, with arguments that nobody types. */
@FunctionalInterface
public interface SystemTool {

    /**
     * Runs it to its end.
     *
     * @return what it said
     * @throws Problem AGENT_TOOL where it isn't there or refuses
     */
    String run(List<String> command);

    /** The tools of this system. */
    static SystemTool here() {
        return SystemTool::start;
    }

    private static String start(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var words = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Problem(ErrorCode.AGENT_TOOL, command.getFirst(), words);
            }
            return words;
        } catch (IOException e) {
            throw new Problem(ErrorCode.AGENT_TOOL, e, command.getFirst(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ErrorCode.AGENT_TOOL, e, command.getFirst(), "");
        }
    }
}
