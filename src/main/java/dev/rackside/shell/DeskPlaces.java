package dev.rackside.shell;

import dev.rackside.fx.Screen;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The places of the window: which there are, the screens of those that were opened, and which one is shown. */
final class DeskPlaces {

    /** The place of the settings, which has a key of its own. */
    static final String SETTINGS = "settings";

    private final Map<String, Destination> always = new LinkedHashMap<>();
    private final Map<String, Destination> ofWorkspace = new LinkedHashMap<>();
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private @Nullable String here;
    private @Nullable String before;

    /** A place that stays whatever workspace is open. */
    void always(Destination place) {
        always.put(place.key(), place);
    }

    /** The workspace's places; the screens of those that were there are closed. */
    void ofWorkspace(List<Destination> places) {
        ofWorkspace.keySet().forEach(key -> {
            var screen = screens.remove(key);
            if (screen != null) {
                screen.close();
            }
        });
        ofWorkspace.clear();
        places.forEach(place -> ofWorkspace.put(place.key(), place));
        before = known(before);
        here = known(here);
    }

    private @Nullable String known(@Nullable String key) {
        return key == null || named(key).isEmpty() ? null : key;
    }

    /** All of them, in the order of the sidebar. */
    List<Destination> all() {
        return Stream.concat(ofWorkspace.values().stream(), always.values().stream())
                .sorted(Comparator.comparing(Destination::group)).toList();
    }

    Optional<Destination> named(String key) {
        return Optional.ofNullable(ofWorkspace.getOrDefault(key, always.get(key)));
    }

    /** The key that leads to a place; null where it has none. */
    @Nullable
    KeyCombination keysOf(Destination place) {
        var index = all().indexOf(place);
        return place.key().equals(SETTINGS)
                ? DeskKeys.SETTINGS.keys()
                : index >= 0 && index < DeskKeys.PLACES ? DeskKeys.place(index + 1) : null;
    }

    @Nullable
    String here() {
        return here;
    }

    /** The screen that is shown, or waits behind what is shown instead; null where there is none. */
    @Nullable
    Screen screen() {
        return here == null ? null : screens.get(here);
    }

    Screen show(Destination place) {
        if (here != null && !always.containsKey(here)) {
            before = here;
        }
        here = place.key();
        return screens.computeIfAbsent(place.key(), _ -> place.screen().get());
    }

    /** From a place that is always there, back to the workspace's place before it; none where none was shown. */
    void back() {
        if (here != null && always.containsKey(here)) {
            here = before;
        }
    }

    /** Nothing is shown of what a workspace has. */
    void away() {
        here = null;
        before = null;
    }
}
