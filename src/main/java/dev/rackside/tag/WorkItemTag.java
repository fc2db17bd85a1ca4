package dev.rackside.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A work item has a tag. */
@Entity
@Table(name = "work_item_tags")
@IdClass(WorkItemTag.Key.class)
@SuppressWarnings("NullAway.Init")
class WorkItemTag {

    record Key(UUID workItemId, UUID tagId) {}

    @Id
    @Column(name = "work_item_id")
    UUID workItemId;
    @Id
    @Column(name = "tag_id")
    UUID tagId;

    protected WorkItemTag() {
    }

    WorkItemTag(UUID workItemId, UUID tagId) {
        this.workItemId = workItemId;
        this.tagId = tagId;
    }
}
