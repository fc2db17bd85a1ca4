package dev.rackside.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.ui.BackupScreen;
import dev.rackside.backup.ui.ScheduleScreen;
import dev.rackside.client.ui.ClientScreen;
import dev.rackside.credential.ui.CredentialScreen;
import dev.rackside.failure.ui.FailureScreen;
import dev.rackside.fx.ListKeys;
import dev.rackside.fx.Shortcut;
import dev.rackside.infrastructure.ui.MachineScreen;
import dev.rackside.insight.ui.InsightScreen;
import dev.rackside.integration.ui.ExchangeScreen;
import dev.rackside.session.ui.SessionScreen;
import dev.rackside.session.ui.WorkScreen;
import dev.rackside.text.Messages;
import dev.rackside.ticket.ui.TicketScreen;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** What tooltips and the sheet of F1 say about keys is what the program acts on. */
class KeysTest {

    private static final Pattern KEY = Pattern
            .compile("\\((?<key>(?:Ctrl\\+|⌘)\\S+|F\\d+|Esc|Del\\w*|Enter|Space|[A-Z])\\)$");

    private static final List<List<Shortcut>> SCREENS = List.of(InsightScreen.KEYS, TicketScreen.KEYS,
            SessionScreen.KEYS, WorkScreen.KEYS, MachineScreen.KEYS, ClientScreen.KEYS, FailureScreen.KEYS,
            ScheduleScreen.KEYS, ExchangeScreen.KEYS, CredentialScreen.KEYS, BackupScreen.KEYS);

    @Test
    void everyKeyThatATooltipNamesIsOneThatTheProgramActsOn() {
        var known = Stream.of(Stream.of(DeskKeys.ALL, ListKeys.LIST, ListKeys.FORM), SCREENS.stream())
                .flatMap(keys -> keys).flatMap(Collection::stream).map(Shortcut::text).collect(Collectors.toSet());
        var named = Collections.list(Messages.bundle().getKeys()).stream().map(Messages.bundle()::getString)
                .map(KEY::matcher).filter(match -> match.find()).map(match -> match.group("key"))
                .collect(Collectors.toSet());

        assertThat(named).contains("Esc", "F2", "Del").isSubsetOf(known);
    }

    @Test
    void everyKeyHasWords() {
        assertThat(Stream.of(DeskKeys.ALL, ListKeys.LIST, ListKeys.FORM).flatMap(List::stream).map(Shortcut::message))
                .allMatch(Messages::has);
        assertThat(SCREENS).allSatisfy(keys -> assertThat(keys).extracting(Shortcut::message).allMatch(Messages::has));
    }

    @Test
    void noKeyMeansTwoThingsOnOneScreen() {
        for (var own : SCREENS) {
            var all = Stream.of(DeskKeys.ALL, ListKeys.LIST, own).flatMap(List::stream).map(Shortcut::text).toList();
            assertThat(all).doesNotHaveDuplicates();
        }
    }

    @Test
    void placesStandInTheirGroupsAndHaveTheFirstNineKeys() {
        var places = new DeskPlaces();
        places.always(place(DeskPlaces.SETTINGS, Destination.Group.ALWAYS));
        places.ofWorkspace(List.of(place("tags", Destination.Group.CARE), place("insights", Destination.Group.WORK),
                place("people", Destination.Group.CARE), place("backups", Destination.Group.WORK)));

        assertThat(places.all()).extracting(Destination::key)
                .containsExactly("insights", "backups", "tags", "people", "settings");
        assertThat(places.all()).extracting(places::keysOf).containsExactly(DeskKeys.place(1), DeskKeys.place(2),
                DeskKeys.place(3), DeskKeys.place(4), DeskKeys.SETTINGS.keys());
    }

    @Test
    void theSheetHasTheKeysOfThePlacesAndOfTheirScreens() {
        var places = new DeskPlaces();
        places.ofWorkspace(List.of(place("insights", Destination.Group.WORK).keys(InsightScreen.KEYS)));
        var groups = KeyGroups.of(places);

        assertThat(groups).extracting(KeySheet.Group::title).startsWith(Messages.get("shell.sheet.window"))
                .endsWith("Insights");
        assertThat(groups.getLast().keys()).isEqualTo(InsightScreen.KEYS);
        assertThat(
                groups.stream().flatMap(group -> group.keys().stream()).map(Shortcut::keys).collect(Collectors.toSet()))
                .containsAll(Set.of(DeskKeys.place(1), DeskKeys.SHEET.keys(), ListKeys.MARK.keys()));
    }

    private static Destination place(String key, Destination.Group group) {
        return new Destination(key, Feather.CIRCLE, group, () -> {
            throw new AssertionError("Nobody goes there");
        });
    }
}
