package dev.rackside.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A machine has a tag. */
@Entity
@Table(name = "infrastructure_tags")
@IdClass(MachineTag.Key.class)
@SuppressWarnings("NullAway.Init")
class MachineTag {

    record Key(UUID machineId, UUID tagId) {}

    @Id
    @Column(name = "infrastructure_id")
    UUID machineId;
    @Id
    @Column(name = "tag_id")
    UUID tagId;

    protected MachineTag() {
    }

    MachineTag(UUID machineId, UUID tagId) {
        this.machineId = machineId;
        this.tagId = tagId;
    }
}
