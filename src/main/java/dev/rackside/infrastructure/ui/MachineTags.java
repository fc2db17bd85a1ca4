package dev.rackside.infrastructure.ui;

import dev.rackside.fx.TagBar;
import dev.rackside.row.Choice;
import dev.rackside.tag.TagService;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tags of machines. */
record MachineTags(TagService tags) implements TagBar.Door {

    private static final int MATCHES = 50;

    @Override
    public List<Choice> find(String text) {
        return tags.choices(text, MATCHES);
    }

    @Override
    public List<Choice> of(UUID row) {
        return tags.ofMachine(row);
    }

    @Override
    public void add(UUID row, Choice tag) {
        tags.tagMachines(Set.of(row), Set.of(tag.id()));
    }

    @Override
    public void remove(UUID row, Choice tag) {
        tags.untagMachines(Set.of(row), Set.of(tag.id()));
    }

    @Override
    public Choice create(String name) {
        return tags.named(name);
    }
}
