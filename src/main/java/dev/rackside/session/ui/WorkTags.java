package dev.rackside.session.ui;

import dev.rackside.fx.TagBar;
import dev.rackside.row.Choice;
import dev.rackside.tag.TagService;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tags of work items. */
record WorkTags(TagService tags) implements TagBar.Door {

    private static final int MATCHES = 50;

    @Override
    public List<Choice> find(String text) {
        return tags.choices(text, MATCHES);
    }

    @Override
    public List<Choice> of(UUID row) {
        return tags.ofWorkItem(row);
    }

    @Override
    public void add(UUID row, Choice tag) {
        tags.tagWorkItems(Set.of(row), Set.of(tag.id()));
    }

    @Override
    public void remove(UUID row, Choice tag) {
        tags.untagWorkItems(Set.of(row), Set.of(tag.id()));
    }

    @Override
    public Choice create(String name) {
        return tags.named(name);
    }
}
