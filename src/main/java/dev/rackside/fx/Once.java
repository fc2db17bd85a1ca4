package dev.rackside.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something of the screen that is made when it is first asked for. To be used on the screen thread. */
public final class Once<S> implements Supplier<S> {

    private final Supplier<S> maker;
    private @Nullable S made;

    public Once(Supplier<S> maker) {
        this.maker = maker;
    }

    @Override
    public S get() {
        var thing = made;
        if (thing == null) {
            thing = maker.get();
            made = thing;
        }
        return thing;
    }

    /** For what matters only where it was made. */
    public void ifMade(Consumer<? super S> act) {
        if (made != null) {
            act.accept(made);
        }
    }
}
