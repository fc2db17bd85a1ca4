package dev.rackside.credential;

import dev.rackside.access.Who;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Something that was done with the vault. Written with what it tells of, in one transaction; never changed. */
@Entity
@Table(name = "vault_events")
@SuppressWarnings("NullAway.Init")
class VaultEvent {

    @Id
    UUID id;
    @Column(name = "event_type")
    String type;
    @Column(name = "api_user_id")
    @Nullable
    UUID apiUserId;
    String technician;
    /** Whom or what it was done to, as it was called then. */
    @Nullable
    String subject;
    @Column(name = "credential_id")
    @Nullable
    UUID credentialId;
    @Nullable
    String place;
    @Column(name = "created_at")
    Instant createdAt;

    protected VaultEvent() {
    }

    private VaultEvent(Who who, VaultEventType type, @Nullable String subject, Instant now) {
        id = Ids.next();
        this.type = Coded.code(type);
        apiUserId = who.id();
        technician = who.username();
        this.subject = subject;
        createdAt = now;
    }

    /** @param subject null where it is the vault itself */
    static void note(StatelessSession session, Who who, VaultEventType type, @Nullable String subject) {
        new VaultTables_(session).insert(new VaultEvent(who, type, subject, Database.serverClock(session)));
    }

    static void note(StatelessSession session, Who who, VaultEventType type, UUID credential, Place place) {
        var name = new Credentials_(session).byId(credential).map(found -> found.name).orElse(null);
        var event = new VaultEvent(who, type, name, Database.serverClock(session));
        event.credentialId = credential;
        event.place = Coded.code(place);
        new VaultTables_(session).insert(event);
    }

    boolean is(VaultEventType other) {
        return Coded.code(other).equals(type);
    }
}
