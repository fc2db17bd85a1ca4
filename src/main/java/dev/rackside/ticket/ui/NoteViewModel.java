package dev.rackside.ticket.ui;

import dev.rackside.credential.Connection;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.ticket.NoteDraft;
import dev.rackside.ticket.NoteDraft.Visibility;
import dev.rackside.ticket.PreparedNote;
import dev.rackside.ticket.TicketRow;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes a note into a ticket. One for the team goes out at once; one that the customer sees is shown first just as it
 * will be sent. What nobody knows the outcome of is not sent again by itself.
 */
final class NoteViewModel {

    private final TicketDoors doors;
    private final Slot sending;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Violation> refused = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PreparedNote> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper unknown = new ReadOnlyBooleanWrapper();
    private @Nullable TicketRow row;

    private record Prepared(Connection connection, PreparedNote note) {}

    NoteViewModel(Background background, TicketDoors doors) {
        this.doors = doors;
        sending = background.slot();
    }

    void open(TicketRow ticket) {
        row = ticket;
        problem.set(null);
        refused.set(null);
        preview.set(null);
        unknown.set(false);
    }

    /** Adds a note that only the team sees. */
    void addInternal(String title, String text, Runnable added) {
        send(title, text, Visibility.INTERNAL, added);
    }

    /** Shows what would be sent for the customer to see; nothing is sent. */
    void preview(String title, String text) {
        var ticket = Objects.requireNonNull(row);
        begin();
        sending.once(() -> prepare(ticket, title, text, Visibility.CUSTOMER), ready -> preview.set(ready.note()),
                this::failed);
    }

    void back() {
        preview.set(null);
    }

    /** Sends what was shown, for the customer to see. */
    void addForCustomer(Runnable added) {
        var shown = preview.get();
        if (shown != null) {
            begin();
            sending.once(() -> {
                doors.remote().add(way(Objects.requireNonNull(row)), shown);
                return shown;
            }, _ -> added.run(), this::failed);
        }
    }

    private void send(String title, String text, Visibility visibility, Runnable added) {
        var ticket = Objects.requireNonNull(row);
        begin();
        sending.once(() -> {
            var ready = prepare(ticket, title, text, visibility);
            doors.remote().add(ready.connection(), ready.note());
            return ready;
        }, _ -> added.run(), this::failed);
    }

    private void begin() {
        problem.set(null);
        refused.set(null);
        unknown.set(false);
    }

    private Prepared prepare(TicketRow ticket, String title, String text, Visibility visibility) {
        var connection = way(ticket);
        var id = Objects.requireNonNullElse(ticket.ticketId(), "");
        return new Prepared(connection, doors.remote().prepare(connection,
                new NoteDraft(id, ticket.sessionId(), title.strip(), text.strip(), visibility)));
    }

    private Connection way(TicketRow ticket) {
        return doors.remote().way(ticket).orElseThrow(() -> new Problem(ErrorCode.NO_CREDENTIAL,
                TicketWords.system(ticket.system())));
    }

    private void failed(Problem thrown) {
        if (thrown instanceof InvalidDraft invalid) {
            refused.set(invalid.violations().getFirst());
        } else {
            problem.set(thrown);
            unknown.set(thrown.code() == ErrorCode.OUTSIDE_OUTCOME_UNKNOWN);
        }
    }

    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Violation> refused() {
        return refused.getReadOnlyProperty();
    }

    /** What would be sent for the customer to see; null while that isn't asked for. */
    ReadOnlyObjectProperty<@Nullable PreparedNote> preview() {
        return preview.getReadOnlyProperty();
    }

    /** Whether nobody knows if the last one arrived. */
    ReadOnlyBooleanProperty unknown() {
        return unknown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return sending.busy();
    }
}
