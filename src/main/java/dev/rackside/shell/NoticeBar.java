package dev.rackside.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One sentence across the window that holds for longer: the connection is lost, the database can only be read. */
final class NoticeBar extends HBox {

    private final Label sentence = new Label();

    NoticeBar() {
        getStyleClass().add("notice-bar");
        setMinHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        sentence.setWrapText(true);
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), sentence);
        hide();
    }

    void show(String words) {
        sentence.setText(words);
        setAccessibleText(words);
        setVisible(true);
        setManaged(true);
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }
}
