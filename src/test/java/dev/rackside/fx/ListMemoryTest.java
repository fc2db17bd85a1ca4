package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListMemoryTest {

    private static final ListState.Narrowing OPEN = new ListState.Narrowing("vpn",
            Map.of("state", Set.of("open", "waiting")), Set.of("tag"));
    private static final ListState STATE = new ListState(
            List.of(new ListState.Shown("ticket.subject", true, 220.5), new ListState.Shown("ticket.client", false, 0)),
            Order.byDescending("number"), OPEN, List.of(new ListState.Named("Mine", OPEN)));

    private final DirectBackground background = Background.direct();
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("new/lists.json");
    }

    @Test
    void whatIsKeptIsReadAgain() throws IOException {
        ListMemory.read(file).keep(background, "tickets", STATE);
        var again = ListMemory.read(file);
        assertThat(again.of("tickets")).isEqualTo(STATE);
        assertThat(again.of("clients")).isEqualTo(ListState.UNTOUCHED);
        assertThat(files()).containsExactly("lists.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "42", "{\"version\":0,\"lists\":{}}", "{\"version\":99}"})
    void aFileThatCannotBeReadIsPutAsideAndStopsNothing(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        var memory = ListMemory.read(file);
        assertThat(memory.of("tickets")).isEqualTo(ListState.UNTOUCHED);
        memory.keep(background, "tickets", STATE);
        assertThat(ListMemory.read(file).of("tickets")).isEqualTo(STATE);
        assertThat(Files.readString(file.resolveSibling("lists.json.old"))).isEqualTo(text);
    }

    @Test
    void whatIsUnknownOrMissingInItIsPassedOver() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"version": 1, "colour": "blue", "lists": {
                  "clients": {"columns": "broken"},
                  "sessions": {"columns": [{"shown": true}]},
                  "machines": null,
                  "tickets": {"columns": [{"name": "ticket.subject", "shown": true, "blinks": 3}],
                              "saved": [{"name": "Mine"}]}}}
                """);
        var memory = ListMemory.read(file);
        assertThat(memory.of("tickets")).isEqualTo(new ListState(
                List.of(new ListState.Shown("ticket.subject", true, 0)), null, ListState.Narrowing.NONE,
                List.of(new ListState.Named("Mine", ListState.Narrowing.NONE))));
        assertThat(List.of("clients", "sessions", "machines")).allMatch(
                list -> memory.of(list).equals(ListState.UNTOUCHED));
    }

    @Test
    void whereItCannotBeWrittenTheListsStillKeepIt() throws IOException {
        Files.writeString(folder.resolve("new"), "a file where the folder would be");
        var memory = ListMemory.read(file);
        memory.keep(background, "tickets", STATE);
        assertThat(memory.of("tickets")).isEqualTo(STATE);
    }

    private List<String> files() throws IOException {
        try (var there = Files.list(file.getParent())) {
            return there.map(found -> found.getFileName().toString()).toList();
        }
    }
}
