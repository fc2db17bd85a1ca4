package dev.rackside.infrastructure.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.infrastructure.AssetType;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.infrastructure.MachineStatus;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Machines in a person's words. */
final class MachineWords {

    static final String TYPE = "machine.type.";
    static final String STATUS = "machine.status.";
    static final String SHELL = "machine.shell.";

    private MachineWords() {
    }

    static String name(@Nullable String hostname) {
        return hostname == null || hostname.isBlank() ? Messages.get("machine.nameless") : hostname;
    }

    static Badge badge(Coded<MachineStatus> status) {
        var word = CodedBox.word(status, STATUS);
        var known = status.known();
        if (known == null || status.odd()) {
            return Badge.warn(status.text() == null ? Messages.get("machine.status.none") : word);
        }
        return switch (known) {
            case ACTIVE -> Badge.good(word);
            case MAINTENANCE -> Badge.warn(word);
            case DECOMMISSIONED -> Badge.rest(word);
        };
    }

    /** The type in words. */
    static String type(Coded<AssetType> type) {
        return CodedBox.word(type, TYPE);
    }

    /** The client's name; its id where it is gone. */
    static @Nullable String client(MachineRow row) {
        return row.clientName() != null ? row.clientName() : row.clientId() == null ? null : row.clientId().toString();
    }

    /** "Windows Server 2019 1809". */
    static @Nullable String system(@Nullable String os, @Nullable String version) {
        var words = Stream.of(os == null ? "" : os, version == null ? "" : version).filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }

    static String tags(List<Choice> tags) {
        return tags.stream().map(Choice::label).collect(Collectors.joining(", "));
    }

    /** Facets of codes, labelled as a person reads them. */
    static <E extends Enum<E>> List<Facet> labelled(List<Facet> facets, Class<E> type, String prefix) {
        Function<String, String> word = code -> CodedBox.word(Coded.of(type, code), prefix);
        return facets.stream().map(facet -> facet.labelled(word.apply(facet.value()))).toList();
    }

    /** What goes with a machine, one sentence for each table. */
    static List<String> consequences(List<Dependent> dependents) {
        return dependents.stream().filter(dependent -> dependent.count() > 0).map(dependent -> Messages.get(
                dependent.deleted() ? "machine.delete.goes" : "machine.delete.stays", dependent.count(),
                table(dependent))).toList();
    }

    private static String table(Dependent dependent) {
        var key = "table." + dependent.table();
        return Messages.has(key) ? Messages.get(key, dependent.count()) : dependent.table().replace('_', ' ');
    }
}
