package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows CommonMark as JavaFX nodes. Notes come from anywhere, so nothing in them acts by itself: HTML is shown as
 * text, pictures as their description, and a link only calls the opener it was given.
 */
public final class Markdown {

    private static final int DEEPEST = 8;
    private static final int MOST_NODES = 4_000;
    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(64).build();

    private final Consumer<String> opener;
    private int nodes;

    private Markdown(Consumer<String> opener) {
        this.opener = opener;
    }

    /** Shows a source; the opener gets the address of a link that was clicked, usually {@link Links#open}. */
    public static VBox show(String source, Consumer<String> opener) {
        var box = new VBox(8);
        box.getStyleClass().add("markdown");
        box.getChildren().setAll(new Markdown(opener).blocks(PARSER.parse(source), 0));
        return box;
    }

    private List<Node> blocks(org.commonmark.node.Node parent, int depth) {
        var shown = new ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (++nodes > MOST_NODES) {
                shown.add(new Label(Messages.get("fx.markdown.cut")));
                break;
            }
            shown.add(depth >= DEEPEST ? plain(child) : block(child, depth));
        }
        return shown;
    }

    private Node block(org.commonmark.node.Node node, int depth) {
        return switch (node) {
            case Heading heading -> styled(flow(heading), "heading-" + Math.min(heading.getLevel(), 3));
            case BulletList list -> list(list, -1, depth);
            case OrderedList list -> list(list,
                    list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber(), depth);
            case BlockQuote quote -> styled(new VBox(8, blocks(quote, depth + 1).toArray(Node[]::new)), "quote");
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> styled(new TextFlow(new Text(html.getLiteral())), "html");
            case ThematicBreak _ -> new Separator();
            default -> styled(flow(node), "paragraph");
        };
    }

    private Node list(org.commonmark.node.Node list, int start, int depth) {
        var lines = new VBox(4);
        var number = start;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var marker = new Label(start < 0 ? "•" : number++ + ".");
            marker.setMinWidth(TextScale.px(20));
            var content = new VBox(4, blocks(item, depth + 1).toArray(Node[]::new));
            HBox.setHgrow(content, Priority.ALWAYS);
            lines.getChildren().add(new HBox(4, marker, content));
        }
        return styled(lines, "list");
    }

    private static Node code(String literal) {
        var source = literal.stripTrailing();
        var text = new Label(source);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("code-text");
        var copy = new Button(null, new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        copy.setTooltip(new Tooltip(Messages.get("fx.copy")));
        copy.setAccessibleText(Messages.get("fx.copy"));
        copy.setOnAction(_ -> Copying.toClipboard(source));
        StackPane.setAlignment(copy, javafx.geometry.Pos.TOP_RIGHT);
        StackPane.setAlignment(text, javafx.geometry.Pos.CENTER_LEFT);
        return styled(new StackPane(text, copy), "code-block");
    }

    private TextFlow flow(org.commonmark.node.Node parent) {
        var flow = new TextFlow();
        inlines(parent, flow, List.of(), 0);
        return flow;
    }

    private void inlines(org.commonmark.node.Node parent, TextFlow flow, List<String> styles, int depth) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (++nodes > MOST_NODES) {
                return;
            }
            if (depth >= DEEPEST) {
                words(flow, literal(child), styles);
                continue;
            }
            switch (child) {
                case org.commonmark.node.Text text -> words(flow, text.getLiteral(), styles);
                case Code code -> words(flow, code.getLiteral(), with(styles, "code"));
                case HtmlInline html -> words(flow, html.getLiteral(), styles);
                case SoftLineBreak _ -> words(flow, " ", styles);
                case HardLineBreak _ -> words(flow, "\n", styles);
                case Emphasis emphasis -> inlines(emphasis, flow, with(styles, "italic"), depth + 1);
                case StrongEmphasis strong -> inlines(strong, flow, with(styles, "bold"), depth + 1);
                case Link link -> flow.getChildren().add(link(literal(link), link.getDestination()));
                case Image image -> flow.getChildren()
                        .add(link(Messages.get("fx.markdown.picture", literal(image)), image.getDestination()));
                default -> words(flow, literal(child), styles);
            }
        }
    }

    private Hyperlink link(String words, String address) {
        var link = new Hyperlink(words);
        var host = Links.host(address);
        link.setTooltip(new Tooltip(host.isEmpty() ? address : host + "\n" + address));
        link.setOnAction(_ -> opener.accept(address));
        return link;
    }

    private static void words(TextFlow flow, String words, List<String> styles) {
        var text = new Text(words);
        text.getStyleClass().addAll(styles);
        flow.getChildren().add(text);
    }

    private static List<String> with(List<String> styles, String style) {
        var all = new ArrayList<>(styles);
        all.add(style);
        return all;
    }

    private static Node plain(org.commonmark.node.Node node) {
        return new TextFlow(new Text(literal(node)));
    }

    /** All words under a node, however deep, without recursion. */
    private static String literal(org.commonmark.node.Node top) {
        var words = new StringBuilder();
        var node = top.getFirstChild() == null ? top : top.getFirstChild();
        while (node != null) {
            switch (node) {
                case org.commonmark.node.Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case FencedCodeBlock code -> words.append(code.getLiteral());
                case IndentedCodeBlock code -> words.append(code.getLiteral());
                case HtmlInline html -> words.append(html.getLiteral());
                case HtmlBlock html -> words.append(html.getLiteral());
                case SoftLineBreak _ -> words.append(' ');
                default -> {
                }
            }
            node = following(node, top);
        }
        return words.toString();
    }

    private static org.commonmark.node.@org.jspecify.annotations.Nullable Node following(
            org.commonmark.node.Node node, org.commonmark.node.Node top) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (var up = node; up != null && !up.equals(top); up = up.getParent()) {
            if (up.getNext() != null) {
                return up.getNext();
            }
        }
        return null;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
