package dev.rackside.client;

import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "clients")
@SuppressWarnings("NullAway.Init")
class Client {

    @Id
    UUID id;
    @Nullable
    String name;
    @Nullable
    String type;
    @Column(name = "primary_contact")
    @Nullable
    String primaryContact;
    @Column(name = "domain_name")
    @Nullable
    String domainName;
    @Column(name = "network_subnet")
    @Nullable
    String networkSubnet;
    @Column(columnDefinition = "text")
    @Nullable
    String notes;
    @Column(name = "is_active")
    @Nullable
    Boolean active;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected Client() {
    }

    Client(UUID id, ClientDraft draft, Instant now) {
        this.id = id;
        name = draft.name();
        type = draft.type().text();
        primaryContact = draft.primaryContact();
        domainName = draft.domainName();
        networkSubnet = draft.networkSubnet();
        notes = draft.notes();
        active = draft.active();
        createdAt = now;
        updatedAt = now;
    }

    Versioned<ClientDraft> versioned() {
        return new Versioned<>(id, rowVersion, new ClientDraft(name, Coded.of(ClientType.class, type), primaryContact,
                domainName, networkSubnet, notes, active));
    }
}
