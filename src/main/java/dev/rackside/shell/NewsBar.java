package dev.rackside.shell;

import dev.rackside.text.Messages;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One sentence across the window that a person closes when it is read, with something to do about it. */
final class NewsBar extends HBox {

    private final String sentence;

    /** @param away takes the bar away */
    NewsBar(String sentence, String verb, Runnable act, Consumer<NewsBar> away) {
        this.sentence = sentence;
        getStyleClass().add("news-bar");
        setMinHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(sentence);
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var offered = new Button(verb);
        offered.setMinWidth(USE_PREF_SIZE);
        offered.setOnAction(_ -> {
            away.accept(this);
            act.run();
        });
        var close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon");
        close.setTooltip(new Tooltip(Messages.get("fx.close")));
        close.setAccessibleText(Messages.get("fx.close"));
        close.setOnAction(_ -> away.accept(this));
        getChildren().addAll(new FontIcon(Feather.INFO), words, offered, close);
    }

    boolean says(String words) {
        return sentence.equals(words);
    }
}
