package dev.rackside.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Does for every test what the program does before it draws anything; found by its name in {@code META-INF}. */
public final class MendsText implements BeforeAllCallback {

    private static final AtomicBoolean DONE = new AtomicBoolean();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!DONE.getAndSet(true)) {
            RightToLeft.mend();
        }
    }
}
