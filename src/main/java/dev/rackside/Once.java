package dev.rackside;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A screen that is made when it is first asked for. To be used on the screen thread. */
final class Once<S> implements Supplier<S> {

    private final Supplier<S> maker;
    private @Nullable S made;

    Once(Supplier<S> maker) {
        this.maker = maker;
    }

    @Override
    public S get() {
        var screen = made;
        if (screen == null) {
            screen = maker.get();
            made = screen;
        }
        return screen;
    }
}
