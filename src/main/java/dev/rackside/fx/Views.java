package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * The one FXML loader. {@code InsightListController} is shown by {@code insight-list.fxml}, a resource of the same
 * package, whose root names it with {@code fx:controller}. Controllers are made by {@code new} and handed over.
 */
public final class Views {

    private final Map<Class<?>, Supplier<?>> included = new HashMap<>();

    /** A controller that other screens bring in with {@code fx:include}. */
    public <C> Views include(Class<C> type, Supplier<? extends C> maker) {
        included.put(type, maker);
        return this;
    }

    /** Loads the controller's screen, with all fields injected and {@code initialize} done when it returns. */
    public Parent load(Object controller) {
        var type = controller.getClass();
        var file = fileOf(type);
        var address = type.getResource(file);
        if (address == null) {
            throw new IllegalStateException("No " + file + " beside " + type.getName());
        }
        var loader = new FXMLLoader(address, Messages.bundle());
        loader.setControllerFactory(wanted -> wanted == type ? controller : made(wanted));
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The file that shows a controller: {@code insight-list.fxml} for {@code InsightListController}. */
    public static String fileOf(Class<?> controller) {
        return controller.getSimpleName().replaceFirst("Controller$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT) + ".fxml";
    }

    private Object made(Class<?> wanted) {
        var maker = included.get(wanted);
        if (maker == null) {
            throw new IllegalStateException("Nobody makes " + wanted.getName());
        }
        return maker.get();
    }
}
