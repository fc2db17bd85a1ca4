package dev.rackside.shell;

import dev.rackside.fx.ListKeys;
import dev.rackside.fx.Shortcut;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** What the sheet of F1 shows: the window's keys, those of every list and form, and each screen's own. */
final class KeyGroups {

    private KeyGroups() {
    }

    static List<KeySheet.Group> of(DeskPlaces places) {
        var groups = new ArrayList<KeySheet.Group>();
        groups.add(new KeySheet.Group(Messages.get("shell.sheet.window"), DeskKeys.ALL));
        var ways = new ArrayList<Shortcut>();
        for (var place : places.all()) {
            var keys = places.keysOf(place);
            if (keys != null && !keys.equals(DeskKeys.SETTINGS.keys())) {
                ways.add(new Shortcut("nav." + place.key(), keys));
            }
        }
        if (!ways.isEmpty()) {
            groups.add(new KeySheet.Group(Messages.get("shell.sheet.places"), ways));
        }
        groups.add(new KeySheet.Group(Messages.get("shell.sheet.lists"), ListKeys.LIST));
        groups.add(new KeySheet.Group(Messages.get("shell.sheet.forms"), ListKeys.FORM));
        places.all().stream().filter(place -> !place.keys().isEmpty())
                .forEach(place -> groups.add(new KeySheet.Group(place.title(), place.keys())));
        return groups;
    }
}
