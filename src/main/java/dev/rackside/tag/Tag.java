package dev.rackside.tag;

import dev.rackside.row.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "tags")
@SuppressWarnings("NullAway.Init")
class Tag {

    @Id
    UUID id;
    @Nullable
    String name;
    @Nullable
    String category;
    @Column(columnDefinition = "text")
    @Nullable
    String description;
    @Nullable
    String color;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected Tag() {
    }

    Tag(UUID id, String name, Instant now) {
        this.id = id;
        this.name = name;
        createdAt = now;
        updatedAt = now;
    }

    Tag(UUID id, TagDraft draft, Instant now) {
        this(id, String.valueOf(draft.name()), now);
        category = draft.category();
        description = draft.description();
        color = draft.color();
    }

    Versioned<TagDraft> versioned() {
        return new Versioned<>(id, rowVersion, new TagDraft(name, category, description, color));
    }
}
