package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.rackside.Naughty;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Separator;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every naughty string through what all lists have: named filters, what is remembered, exports, copies, Markdown. */
@ExtendWith(ApplicationExtension.class)
class NaughtyListsTest {

    /** What starts a line or a cell of its own where it is pasted. */
    private static final String BREAKS = "[\\t\\n\\u000B\\f\\r\\u0085\\u2028\\u2029]";

    private static List<String> strings = List.of();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void read() {
        strings = Naughty.strings();
    }

    @Test
    void namedFilterIsKeptUnderItsNameOrRefusedInWords() {
        var file = folder.resolve("lists.json");
        var filters = new SavedFilters();
        var kept = 0;
        for (var text : strings) {
            if (filters.fault(text, null).isEmpty()) {
                kept++;
                filters.save(text, new ListState.Narrowing(text, Map.of("state", Set.of(text)), Set.of()));
                assertThat(filters.named(text)).get().satisfies(one -> {
                    assertThat(one.name()).isEqualTo(text.strip());
                    assertThat(one.filter().text()).isEqualTo(text);
                });
            }
        }
        assertThat(kept).isGreaterThan(250);
        assertThat(filters.fault("\u200B\u202E", null)).contains(SavedFilters.Fault.BLANK);
        var state = new ListState(List.of(), null, ListState.Narrowing.NONE, filters.all());

        ListMemory.read(file).keep(Background.direct(), "tickets", state);

        assertThat(ListMemory.read(file).of("tickets")).isEqualTo(state);
    }

    /** What stands in one list's search box must not cost the others what is remembered of them. */
    @Test
    void searchedWordsAreRememberedToTheLetter() {
        var file = folder.resolve("lists.json");
        var memory = ListMemory.read(file);
        for (var at = 0; at < strings.size(); at++) {
            memory.keep(Background.direct(), "list" + at, searched(strings.get(at)));
        }
        memory.write();
        var again = ListMemory.read(file);
        for (var at = 0; at < strings.size(); at++) {
            assertThat(again.of("list" + at)).isEqualTo(searched(strings.get(at)));
        }
    }

    private static ListState searched(String text) {
        return new ListState(List.of(), null, new ListState.Narrowing(text, Map.of(), Set.of()), List.of());
    }

    /** No database holds half a character, so none comes to an export. */
    @Test
    void exportIsReadBackTheSameButForTheApostropheOfAFormula() throws IOException {
        var texts = strings.stream().filter(NaughtyListsTest::whole).toList();
        assertThat(texts).hasSizeGreaterThan(500);
        var file = folder.resolve("texts.csv");
        CsvExport.write(new ListOfTexts(texts), Order.by("number"), List.of(
                new Column<>("t", "Text", ListOfTexts.Line::text), new Column<>("n", "End", _ -> "end")), file,
                Silent.PROGRESS);
        var read = new ArrayList<String>();
        try (var csv = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            csv.stream().skip(1).forEach(line -> {
                assertThat(line.getFields()).hasSize(2).endsWith("end");
                read.add(line.getField(0));
            });
        }
        assertThat(read).isEqualTo(texts.stream().map(text -> (Csv.dangerous(text) ? "'" : "") + text).toList());
    }

    @Test
    void copiedCellIsTheTextAndCopiedRowsKeepTheirShape() {
        List<Column<ListOfTexts.Line>> columns = List.of(new Column<>("t", "Text", ListOfTexts.Line::text),
                new Column<>("n", "End", _ -> "end"));
        var lines = strings.stream().map(text -> new ListOfTexts.Line(new UUID(0, 0), text)).toList();
        lines.forEach(line -> {
            assertThat(Copying.cell(columns.getFirst(), line)).isEqualTo(line.text());
            assertThat(Copying.row(columns, line).split("\t", -1)).hasSize(2)
                    .startsWith(line.text().replace("\r\n", "\n").replaceAll(BREAKS, " "));
        });
        assertThat(Copying.rows(columns, lines).split("\n", -1)).hasSize(lines.size() + 1)
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(2));
    }

    @Test
    void zonesAreLookedForByAnything() {
        strings.forEach(text -> {
            assertThat(ZoneChoices.find(text)).hasSizeLessThanOrEqualTo(50);
            assertThat(ZoneChoices.of(text).label()).isNotNull();
        });
    }

    /** Whatever it says: words, lines and links, of which only those to the web open anything. */
    @Test
    void markdownNeverActsByItself() {
        var asked = new ArrayList<String>();
        var opened = new ArrayList<String>();
        var links = new Links(opened::add);
        for (var text : strings) {
            for (var source : List.of(text, "[here](<" + text + ">)", "![here](" + text + ")", "> - " + text,
                    "<div>" + text)) {
                var shown = all(Markdown.show(source, asked::add)).toList();
                assertThat(asked).isEmpty();
                assertThat(shown).as(source).allSatisfy(node -> assertThat(node).isInstanceOfAny(Pane.class,
                        Text.class, Label.class, Button.class, Hyperlink.class, Separator.class));
                shown.stream().filter(Hyperlink.class::isInstance).map(Hyperlink.class::cast).forEach(Hyperlink::fire);
                asked.forEach(address -> follow(links, address));
                asked.clear();
            }
        }
        assertThat(opened).isNotEmpty().allMatch(address -> address.matches("(?i)https?://[^/@]+.*"));
    }

    private static void follow(Links links, String address) {
        try {
            links.open(address);
        } catch (Problem refused) {
            assertThat(refused.code()).as(address).isEqualTo(ErrorCode.ADDRESS_REFUSED);
        }
    }

    private static boolean whole(String text) {
        return text.codePoints().noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent && !(node instanceof Labeled)
                ? Stream.concat(Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(NaughtyListsTest::all))
                : Stream.of(node);
    }
}
