package dev.rackside.infrastructure;

import dev.rackside.row.Choice;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "infrastructure")
@SuppressWarnings("NullAway.Init")
class Machine {

    @Id
    UUID id;
    @Column(name = "client_id")
    @Nullable
    UUID clientId;
    @Nullable
    String hostname;
    @Column(name = "asset_type")
    @Nullable
    String assetType;
    @Column(name = "ip_address")
    @Nullable
    String ipAddress;
    @Nullable
    String os;
    @Column(name = "os_version")
    @Nullable
    String osVersion;
    @Column(name = "powershell_version")
    @Nullable
    String powershellVersion;
    @Column(name = "shell_type")
    @Nullable
    String shellType;
    @Column(name = "environmental_notes", columnDefinition = "text")
    @Nullable
    String environmentalNotes;
    @Nullable
    String status;
    @Column(name = "has_gui")
    @Nullable
    Boolean hasGui;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected Machine() {
    }

    Machine(UUID id, MachineDraft draft, Instant now) {
        this.id = id;
        clientId = draft.clientId();
        hostname = draft.hostname();
        assetType = draft.assetType().text();
        ipAddress = draft.ipAddress();
        os = draft.os();
        osVersion = draft.osVersion();
        powershellVersion = draft.powershellVersion();
        shellType = draft.shellType().text();
        environmentalNotes = draft.environmentalNotes();
        status = draft.status().text();
        hasGui = draft.hasGui();
        createdAt = now;
        updatedAt = now;
    }

    Versioned<MachineDraft> versioned(List<Choice> tags) {
        return new Versioned<>(id, rowVersion, new MachineDraft(clientId, hostname,
                Coded.of(AssetType.class, assetType), ipAddress, os, osVersion, powershellVersion,
                Coded.of(ShellType.class, shellType), environmentalNotes, Coded.of(MachineStatus.class, status), hasGui,
                tags));
    }
}
