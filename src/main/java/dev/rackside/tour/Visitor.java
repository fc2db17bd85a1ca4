package dev.rackside.tour;

import dev.rackside.fx.Theme;
import dev.rackside.text.Messages;
import dev.rackside.tour.Camera.Shot;
import dev.rackside.tour.Inspector.Finding;
import dev.rackside.tour.TourPlan.Size;
import dev.rackside.tour.TourReport.Fault;
import dev.rackside.tour.TourReport.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/** Takes the pictures of what the guide leads to, in every size and theme, and notes what is wrong with them. */
final class Visitor {

    private static final long SECOND_LOOK_MS = 600;
    private static final long PULSES_MS = 60;
    private static final int STEPS_HOME = 5;

    private final TourPlan plan;
    private final Guide guide;
    private final Camera camera;
    private final Album album;
    private final Consumer<String> progress;
    private final Theme theme = new Theme();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> opened = new HashSet<>();
    private String chapter = "";

    Visitor(TourPlan plan, Guide guide, Album album, Consumer<String> progress) {
        this.plan = plan;
        this.guide = guide;
        this.camera = new Camera(guide.stage());
        this.album = album;
        this.progress = progress;
    }

    /** The names of menus and choices that were opened in a place; in a brief tour anywhere. */
    Set<String> opened() {
        return plan.brief() ? opened : new HashSet<>();
    }

    Guide guide() {
        return guide;
    }

    List<Fault> faults() {
        return faults;
    }

    void chapter(String title) {
        chapter = title;
        progress.accept(title);
    }

    /** Does one piece of the tour; where it gets stuck, that is noted, and the tour goes on from the open window. */
    void step(String name, Runnable visit) {
        try {
            visit.run();
        } catch (RuntimeException e) {
            var why = e instanceof Guide.NotReached ? String.valueOf(e.getMessage()) : e.toString();
            faults.add(new Fault(Kind.UNREACHED, name, why));
            progress.accept(Album.line(faults.getLast()));
        }
        home();
    }

    /** Closes what is open over the window: menus and dialogs, whatever they ask. */
    private void home() {
        for (int step = 0; step < STEPS_HOME; step++) {
            hidePopups();
            if (!guide.asked()) {
                return;
            }
            guide.answer(ButtonData.NO, ButtonData.CANCEL_CLOSE);
        }
    }

    private void hidePopups() {
        if (guide.ask(() -> Scenery.windows().stream().anyMatch(PopupWindow.class::isInstance))) {
            guide.act(() -> Scenery.windows().stream().filter(PopupWindow.class::isInstance)
                    .forEach(window -> window.hide()));
        }
    }

    /** Looks at what is shown now, in all sizes and themes. */
    void see(String name, String caption) {
        see(name, caption, null);
    }

    /** @param part the part of the window that must not be empty */
    void see(String name, String caption, @Nullable Node part) {
        seeAgain(name, caption, part, guide::settle);
    }

    /** Looks at something that a change of the window's size may close: it is opened anew for each size. */
    void seeOpen(String name, String caption, Runnable open) {
        seeAgain(name, caption, null, () -> {
            hidePopups();
            guide.act(open);
        });
        hidePopups();
    }

    /** Looks at something that stays for as long as something is held back, and so never comes to rest. */
    void seeRestless(String name, String caption) {
        seeAgain(name, caption, null, () -> Guide.pause(PULSES_MS * 3));
    }

    /** Whether the window reads as it did at an earlier visit; it is remembered. */
    boolean known() {
        return !seen.add(guide.ask(() -> {
            var words = new StringBuilder();
            Scenery.windows().forEach(window -> words.append(Scenery.words(window.getScene().getRoot())));
            return words.toString();
        }));
    }

    private void seeAgain(String name, String caption, @Nullable Node part, Runnable ready) {
        var page = new Album.Page(chapter, name, caption);
        if (album.names().contains(name)) {
            throw new IllegalStateException("Two visits are called " + name);
        }
        for (var size : plan.sizes()) {
            resize(size);
            ready.run();
            if (size.equals(plan.sizes().getFirst())) {
                known();
            }
            for (var wish : plan.themes()) {
                shoot(page, size, wish, part);
            }
        }
        album.add(page);
    }

    private void resize(Size size) {
        var stage = guide.stage();
        guide.ask(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(size.width());
            stage.setHeight(size.height());
            return size;
        });
    }

    private void shoot(Album.Page page, Size size, Theme.Wish wish, @Nullable Node part) {
        if (theme.wish() != wish) {
            guide.ask(() -> {
                theme.choose(wish);
                return wish;
            });
        }
        Guide.pause(PULSES_MS);
        var shots = guide.ask(camera::shots);
        var found = look(shots, part);
        if (!found.isEmpty()) {
            // What moved a moment ago may have been caught in the act.
            Guide.pause(SECOND_LOOK_MS);
            shots = guide.ask(camera::shots);
            found = look(shots, part);
        }
        var where = Messages.get("tour.where", page.name(), size, TourPlan.word(wish));
        found.stream().distinct().map(finding -> new Fault(finding.kind(), where, finding.what())).forEach(fault -> {
            faults.add(fault);
            progress.accept(Album.line(fault));
        });
        album.keep(page, size, wish, camera.picture(shots));
    }

    private List<Finding> look(List<Shot> shots, @Nullable Node part) {
        return guide.ask(() -> {
            var found = new ArrayList<Finding>();
            for (var shot : shots) {
                found.addAll(Inspector.look(shot, shot == shots.getFirst() ? part : null));
            }
            return found;
        });
    }

    /** Esc until nothing is open in the window; typed text is given up. */
    void escape() {
        for (int step = 0, before = 0, now = look(); step < STEPS_HOME && now != before; step++) {
            guide.press(KeyCode.ESCAPE);
            if (guide.asked()) {
                guide.answer(ButtonData.NO, ButtonData.CANCEL_CLOSE);
            }
            before = now;
            now = look();
        }
    }

    private int look() {
        return guide.ask(Scenery::look);
    }
}
