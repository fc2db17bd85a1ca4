package dev.rackside.fx;

import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Time zones to pick from, as places with their names. */
public final class ZoneChoices {

    private static final int SHOWN = 50;
    private static final String NAME = " (";

    private ZoneChoices() {
    }

    /** The first zones whose id contains a text. */
    public static List<Choice> find(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream().filter(ZoneChoices::aPlace)
                .filter(id -> id.toLowerCase(Locale.ROOT).contains(wanted)).sorted().limit(SHOWN)
                .map(ZoneChoices::of).toList();
    }

    private static boolean aPlace(String id) {
        return id.equals("UTC") || (id.contains("/") && !id.startsWith("Etc/"));
    }

    /** A zone by its id; an id that no zone has stands for itself. */
    public static Choice of(String id) {
        return new Choice(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)), label(id));
    }

    private static String label(String id) {
        try {
            var name = ZoneId.of(id).getDisplayName(TextStyle.FULL_STANDALONE, Locale.ENGLISH);
            return name.equals(id) ? id : Messages.get("fx.zone.named", id, name);
        } catch (DateTimeException _) {
            return id;
        }
    }

    /** The id of a zone that was made here. */
    public static String id(Choice zone) {
        var name = zone.label().indexOf(NAME);
        return name < 0 ? zone.label() : zone.label().substring(0, name);
    }
}
