package dev.rackside;

import dev.rackside.fx.Links;
import dev.rackside.fx.Once;
import dev.rackside.shell.Destination;
import dev.rackside.text.Messages;
import dev.rackside.ticket.ui.LinkTarget;
import dev.rackside.ticket.ui.TicketActs;
import dev.rackside.ticket.ui.TicketDoors;
import dev.rackside.ticket.ui.TicketLinking;
import dev.rackside.ticket.ui.TicketScreen;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** Tickets: the list of links, and the dialog that finds one where it lives. */
final class TicketDesk {

    private final TicketDoors doors;
    private final Place place;
    private final Ways ways;
    private final Once<TicketScreen> screen = new Once<>(this::makeScreen);
    private final Once<TicketLinking> linking = new Once<>(this::makeLinking);

    /**
     * Where the screens lead to.
     *
     * @param exchanges shows what was exchanged about a ticket, by its id
     * @param find finds a ticket for whatever is chosen where one is
     */
    record Ways(Consumer<UUID> session, Consumer<String> exchanges, Runnable find, Links links) {}

    TicketDesk(TicketDoors doors, Place place, Ways ways) {
        this.doors = doors;
        this.place = place;
        this.ways = ways;
    }

    Destination destination() {
        return new Destination("tickets", Feather.LINK, screen::get).keys(TicketScreen.KEYS);
    }

    TicketScreen screen() {
        return screen.get();
    }

    void showForSession(UUID session) {
        place.desk().go("tickets", () -> screen.get().showForSession(session));
    }

    /** Finds a ticket, to link it. */
    void link(LinkTarget target) {
        linking.get().open(target);
    }

    private TicketScreen makeScreen() {
        return place.kept("tickets", new TicketScreen(doors, place.background(), place.failures(), place.scope(),
                new TicketActs(ways.session(), ways.links()::open, ways.exchanges(), place.desk()::say, ways.find(),
                        front())));
    }

    private TicketLinking makeLinking() {
        var desk = place.desk();
        return new TicketLinking(doors, place.background(), new TicketLinking.Window(front(), this::linked,
                () -> desk.go("credentials"), target -> desk.go("tickets", () -> screen.get().linkByHand(target))));
    }

    private TicketActs.Front front() {
        return new TicketActs.Front() {
            @Override
            public void show(Node node) {
                place.desk().before(node);
            }

            @Override
            public void away() {
                place.desk().away();
            }
        };
    }

    private void linked(String ticket) {
        place.desk().say(Messages.get("ticket.find.linked", ticket));
        place.desk().refresh();
    }
}
