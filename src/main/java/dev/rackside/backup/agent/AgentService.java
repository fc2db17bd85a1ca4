package dev.rackside.backup.agent;

import dev.rackside.fault.Problem;
import java.nio.file.Path;
import java.util.List;

/** The agent as this system starts it: when the person signs in, and without a window. */
public interface AgentService {

    /**
     * Writes what the system reads, and has it started now.
     *
     * @param command the agent's program with its arguments, none of which is a secret
     * @throws Problem NOT_WRITABLE; AGENT_TOOL where the system's tool refuses: the file is written then
     */
    void install(List<String> command);

    /**
     * Ends it, and takes away what was written; nothing where nothing was.
     *
     * @throws Problem NOT_WRITABLE; AGENT_TOOL, with the file gone all the same
     */
    void remove();

    boolean installed();

    /** What the system reads. */
    Path file();

    /** The message that says what else there is to do; empty where nothing is. */
    String hint();
}
