package dev.rackside.ticket.ui;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * What the screen of ticket links asks of the rest of the window.
 *
 * @param openSession shows a session
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 * @param showExchanges shows what was exchanged about a ticket, by its id
 * @param say tells for a while what was done
 * @param find finds a ticket where it lives, to link it
 * @param front shows something in front of the screen
 */
public record TicketActs(Consumer<UUID> openSession, Consumer<String> openAddress, Consumer<String> showExchanges,
        Consumer<String> say, Runnable find,
        Front front) {

    /** What is shown in front of the screen until it is decided. */
    public interface Front {

        void show(Node node);

        void away();
    }
}
