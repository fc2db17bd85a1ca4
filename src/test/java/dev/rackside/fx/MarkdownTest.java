package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class MarkdownTest {

    private final List<String> opened = new ArrayList<>();

    @Test
    void wordsKeepTheirStyles() {
        var shown = show("plain **bold** and *thin* with `code`");

        assertThat(text(shown)).isEqualTo("plain bold and thin with code");
        assertThat(styled(shown, "bold")).isEqualTo("bold");
        assertThat(styled(shown, "italic")).isEqualTo("thin");
        assertThat(styled(shown, "code")).isEqualTo("code");
    }

    @Test
    void htmlIsShownAsText() {
        var shown = show("a <b onclick=x>bold</b>\n\n<script>alert(1)</script>\n");

        assertThat(text(shown)).contains("<b onclick=x>bold</b>").contains("<script>alert(1)</script>");
    }

    @Test
    void pictureIsALinkWithItsDescription() {
        var shown = show("![the rack](https://example.com/rack.png)");

        assertThat(all(shown).noneMatch(ImageView.class::isInstance)).isTrue();
        assertThat(text(shown)).contains("Picture: the rack");
    }

    @Test
    void linkOnlyCallsTheOpenerAndShowsItsHost() {
        var shown = show("see [the page](https://example.com/x)");
        var link = all(shown).filter(Hyperlink.class::isInstance).map(Hyperlink.class::cast).findFirst().orElseThrow();

        assertThat(link.getTooltip().getText()).startsWith("example.com");
        link.fire();
        assertThat(opened).containsExactly("https://example.com/x");
    }

    @Test
    void listsAndCodeKeepTheirLines() {
        var shown = show("3. three\n4. four\n\n- a\n  - b\n\n```\nx < y\n  z\n```\n");

        assertThat(text(shown)).contains("3.").contains("4.").contains("•").contains("x < y\n  z");
    }

    @Test
    void deepNestingAndLongTextsEndSomewhere() {
        assertThat(text(show("> ".repeat(20_000) + "deep"))).contains("deep");
        assertThat(text(show("*a ".repeat(5_000) + "b*".repeat(5_000)))).isNotEmpty();
        assertThat(text(show("- ".repeat(5_000) + "x"))).contains("x");
        assertThat(text(show("a\n\n".repeat(20_000)))).contains("too long");
    }

    private Parent show(String source) {
        return Markdown.show(source, opened::add);
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent && !(node instanceof Labeled)
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(MarkdownTest::all))
                : Stream.of(node);
    }

    private static String text(Node shown) {
        var words = new StringBuilder();
        all(shown).forEach(node -> {
            if (node instanceof Text text) {
                words.append(text.getText());
            } else if (node instanceof Labeled label && label.getText() != null) {
                words.append(label.getText());
            }
        });
        return words.toString();
    }

    private static String styled(Node shown, String style) {
        return all(shown).filter(node -> node.getStyleClass().contains(style)).map(node -> ((Text) node).getText())
                .findFirst().orElseThrow();
    }
}
