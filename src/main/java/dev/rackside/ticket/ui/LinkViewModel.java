package dev.rackside.ticket.ui;

import dev.rackside.credential.Connection;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.row.Choice;
import dev.rackside.row.Versioned;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.RemoteTicket;
import dev.rackside.ticket.RemoteTickets;
import dev.rackside.ticket.TicketDraft;
import dev.rackside.ticket.TicketQuery;
import dev.rackside.ticket.TicketQuery.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Finds a ticket as one types, and links it. The latest text wins: the request of the one before is broken off. */
final class LinkViewModel {

    /** A pause in typing. */
    static final Duration PAUSE = Duration.ofMillis(250);
    /** Fewer characters find anything. */
    private static final int FEWEST = 2;

    /** What there is to be said instead of tickets. */
    enum Standing {
        /** Nothing was typed yet. */
        IDLE,
        /** No ticket system has a credential in use. */
        NO_CONNECTION, LOCKED, SEARCHING, FOUND, NOTHING
    }

    private final TicketDoors doors;
    private final Background background;
    private final TicketNames names;
    private final Slot preparing;
    private final Slot finding;
    private final Slot linking;
    private final Slot unlocking;
    private final ObservableList<Connection> connections = FXCollections.observableArrayList();
    private final ObservableList<RemoteTicket> found = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Connection> connection = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable RemoteTicket> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Choice> session = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Choice> client = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Violation> refused = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    /** Whether what was found isn't yet what is typed. */
    private final BooleanProperty typing = new SimpleBooleanProperty();
    private final OwnerModel owner;
    private @Nullable Alarm pause;
    private String typed = "";

    LinkViewModel(Background background, TicketDoors doors) {
        this.background = background;
        this.doors = doors;
        names = new TicketNames(doors);
        preparing = background.slot();
        finding = background.slot();
        linking = background.slot();
        unlocking = background.slot();
        owner = new OwnerModel(background, doors.customers());
        busy.bind(finding.busy().or(linking.busy()).or(unlocking.busy()).or(typing));
        connection.addListener((_, _, _) -> search());
        chosen.addListener((_, _, ticket) -> owner.look(ticket, this::owned, problem::set));
        session.addListener((_, _, picked) -> pickedSession(picked));
        client.addListener((_, _, now) -> owner.compare(now));
        doors.vault().onChange(() -> background.onScreen(this::vaultChanged));
    }

    private record Begun(List<Connection> connections, Optional<Choice> session, Optional<Choice> client) {}

    /** Begins anew. */
    void open(LinkTarget target) {
        typed = "";
        found.clear();
        chosen.set(null);
        problem.set(null);
        refused.set(null);
        session.set(null);
        client.set(null);
        owner.begin();
        preparing.run(() -> new Begun(doors.remote().connections(), session(target.session()), client(target)),
                begun -> {
                    // The box of them forgets its value with its items.
                    var before = connection.get();
                    connections.setAll(begun.connections());
                    connection.set(connections.contains(before)
                            ? before
                            : connections.stream().findFirst().orElse(null));
                    client.set(begun.client().orElse(null));
                    session.set(begun.session().orElse(null));
                    search();
                }, problem::set);
        stand();
    }

    private Optional<Choice> session(@Nullable UUID id) {
        return id == null ? Optional.empty() : doors.sessions().choice(id);
    }

    private Optional<Choice> client(LinkTarget target) {
        if (target.session() != null) {
            return Optional.ofNullable(names.learnSession(target.session()));
        }
        return target.client() == null
                ? Optional.empty()
                : Optional.of(new Choice(target.client(), String.valueOf(doors.clients().load(target.client())
                        .draft().name())));
    }

    /** A session brings its client along. */
    private void pickedSession(@Nullable Choice picked) {
        if (picked != null && client.get() == null) {
            preparing.run(() -> Optional.ofNullable(names.learnSession(picked.id())),
                    known -> known.ifPresent(client::set), problem::set);
        }
    }

    /** What is known of a ticket's customer stands in where nothing was chosen. */
    private void owned() {
        var proposal = session.get() == null ? owner.proposal(client.get()) : null;
        if (proposal != null) {
            client.set(proposal);
        }
        owner.compare(client.get());
    }

    private void vaultChanged() {
        if (doors.vault().isOpen()) {
            search();
        } else {
            finding.cancel();
            found.clear();
            chosen.set(null);
            stand();
        }
    }

    /** What stands in the search box now. */
    void type(String text) {
        typed = text;
        if (pause != null) {
            pause.cancel();
        }
        var query = TicketQuery.of(text);
        if (query.kind() == Kind.WORDS) {
            typing.set(true);
            pause = background.after(PAUSE, this::search);
        } else {
            search();
        }
    }

    /** Whatever was found before stays until something else is. */
    void search() {
        var query = TicketQuery.of(typed);
        var there = way(query);
        typing.set(false);
        problem.set(null);
        if (there == null || !doors.vault().isOpen() || query.text().length() < FEWEST) {
            finding.cancel();
            found.clear();
            chosen.set(null);
            stand();
            return;
        }
        if (!there.equals(connection.get())) {
            // Its listener searches.
            connection.set(there);
            return;
        }
        standing.set(found.isEmpty() ? Standing.SEARCHING : Standing.FOUND);
        finding.run(() -> doors.remote().find(there, query), this::show, this::failed);
    }

    /** What was pasted may tell its system. */
    private @Nullable Connection way(TicketQuery query) {
        var now = connection.get();
        if (query.system() == null || (now != null && query.system() == RemoteTickets.system(now))) {
            return now;
        }
        return connections.stream().filter(each -> RemoteTickets.system(each) == query.system()).findFirst()
                .orElse(now);
    }

    private void show(List<RemoteTicket> tickets) {
        found.setAll(tickets);
        chosen.set(tickets.stream().findFirst().orElse(null));
        standing.set(tickets.isEmpty() ? Standing.NOTHING : Standing.FOUND);
    }

    private void failed(Problem thrown) {
        found.clear();
        chosen.set(null);
        if (thrown.code() != ErrorCode.VAULT_LOCKED) {
            problem.set(thrown);
        }
        stand();
    }

    private void stand() {
        standing.set(connections.isEmpty()
                ? preparing.isBusy() ? Standing.IDLE : Standing.NO_CONNECTION
                : doors.vault().isOpen() ? Standing.IDLE : Standing.LOCKED);
    }

    /** @param password wiped when it was tried */
    void unlock(char[] password, Runnable open) {
        var taken = unlocking.once(() -> {
            try {
                doors.vault().unlock(password);
                return true;
            } finally {
                Arrays.fill(password, '\0');
            }
        }, _ -> {
            problem.set(null);
            open.run();
        }, problem::set);
        if (!taken) {
            Arrays.fill(password, '\0');
        }
    }

    /** Links the ticket that is chosen; nothing where none is, or what was found isn't what is typed. */
    void link(LinkType type, String note, Consumer<Versioned<TicketDraft>> linked) {
        var ticket = chosen.get();
        if (ticket == null || busy.get()) {
            return;
        }
        var work = session.get();
        var whose = client.get();
        problem.set(null);
        refused.set(null);
        var draft = ticket.linked(whose == null ? null : whose.id(), work == null ? null : work.id(), type,
                note.isBlank() ? null : note.strip());
        linking.once(() -> {
            var link = doors.tickets().link(draft);
            owner.keep(ticket, whose);
            return link;
        }, linked, thrown -> {
            if (thrown instanceof InvalidDraft invalid) {
                refused.set(invalid.violations().getFirst());
            } else {
                problem.set(thrown);
            }
        });
    }

    /** What is under way breaks off. */
    void closed() {
        if (pause != null) {
            pause.cancel();
        }
        typing.set(false);
        finding.cancel();
    }

    ObservableList<Connection> connections() {
        return connections;
    }

    ObjectProperty<@Nullable Connection> connection() {
        return connection;
    }

    ObservableList<RemoteTicket> found() {
        return found;
    }

    ObjectProperty<@Nullable RemoteTicket> chosen() {
        return chosen;
    }

    ObjectProperty<@Nullable Choice> session() {
        return session;
    }

    ObjectProperty<@Nullable Choice> client() {
        return client;
    }

    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Which rule of links the last one would have broken. */
    ReadOnlyObjectProperty<@Nullable Violation> refused() {
        return refused.getReadOnlyProperty();
    }

    /** Whose the ticket is, where that is another client than the one that stands here; null where all is well. */
    ReadOnlyObjectProperty<@Nullable Choice> ofAnother() {
        return owner.other();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
