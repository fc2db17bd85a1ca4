package dev.rackside.ticket.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.Shortcut;
import dev.rackside.fx.Views;
import dev.rackside.row.Versioned;
import dev.rackside.ticket.TicketDraft;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/** Finding and linking a ticket, from wherever one is: what is shown in front of the window for it. */
public final class TicketLinking {

    /** From anywhere in the window. */
    public static final Shortcut LINK = Shortcut.command(KeyCode.L, "ticket.find.keys");

    public static final List<Shortcut> KEYS = List.of(LINK);

    private final LinkController controller;

    /**
     * What it asks of the window.
     *
     * @param front where it is shown
     * @param linked takes what was linked, and what it is called
     * @param credentials goes where credentials are made
     * @param byHand opens the form for what no search finds
     */
    public record Window(TicketActs.Front front, Consumer<String> linked, Runnable credentials,
            Consumer<LinkTarget> byHand) {}

    private final Window window;

    public TicketLinking(TicketDoors doors, Background background, Window window) {
        this.window = window;
        controller = new LinkController(new LinkViewModel(background, doors), doors, background,
                new LinkController.Steps(this::close, this::linked, () -> {
                    close();
                    window.credentials().run();
                }, target -> {
                    close();
                    window.byHand().accept(target);
                }));
        new Views().load(controller);
    }

    public void open(LinkTarget target) {
        window.front().show(controller.root());
        controller.open(target);
    }

    private void close() {
        controller.closed();
        window.front().away();
    }

    private void linked(Versioned<TicketDraft> link) {
        close();
        window.linked().accept(TicketWords.title(link.draft()));
    }
}
