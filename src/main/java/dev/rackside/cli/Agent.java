package dev.rackside.cli;

import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs the schedules of some workspaces until the program is told to end. */
final class Agent {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> desks;

    Agent(Places places, Passwords passwords, List<Workspace> workspaces) {
        desks = workspaces.stream().map(workspace -> Thread.ofVirtual().name("agent-" + workspace.name())
                .unstarted(new AgentDesk(places, passwords, workspace, stop))).toList();
    }

    /** Returns when it was told to end and everything is put away. */
    void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("agent-stop").unstarted(this::stop));
        desks.forEach(Thread::start);
        stop.await();
        await();
    }

    private void stop() {
        stop.countDown();
        try {
            await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        for (var desk : desks) {
            desk.join(PATIENCE);
        }
    }
}
