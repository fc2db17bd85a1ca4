package dev.rackside.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl+C while something runs that must not be left half done: it is asked to stop, and the program ends behind it. */
final class Interrupt implements AutoCloseable {

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("interrupt").unstarted(this::come);
    private volatile boolean came;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void come() {
        came = true;
        try {
            over.await();
        } catch (InterruptedException _) {
            // Nobody waits for the end of a program that ends.
        }
    }

    boolean came() {
        return came;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It came.
        }
    }
}
