package dev.rackside.settings.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.Screen;
import dev.rackside.fx.Views;
import dev.rackside.text.Messages;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What a person can choose on this workstation, and what the program is made of. */
public final class SettingsScreen implements Screen {

    private final SettingsController settings;
    private final AboutController about;
    private final TabPane tabs = new TabPane();

    public SettingsScreen(SettingsViewModel model, Background background, SettingsActs acts) {
        settings = new SettingsController(model, background, acts);
        about = new AboutController(background, acts);
        var views = new Views().include(UpdatesController.class,
                () -> new UpdatesController(model, background, acts.updates()));
        tabs.getTabs().addAll(tab("settings.title", views.load(settings)), tab("settings.about", views.load(about)));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("settings");
        tabs.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                acts.back().run();
            }
        });
    }

    private static Tab tab(String title, Node content) {
        return new Tab(Messages.get(title), content);
    }

    @Override
    public Parent root() {
        return tabs;
    }

    /** The keyboard is at the first setting. */
    @Override
    public void shown() {
        about.shown();
        tabs.applyCss();
        if (tabs.getSelectionModel().getSelectedIndex() == 0) {
            settings.shown();
        }
    }

    /** Shows the page about the program. */
    public void showAbout() {
        tabs.getSelectionModel().selectLast();
        tabs.requestFocus();
    }

    @Override
    public void refresh() {
        about.shown();
    }

    @Override
    public void close() {
        // Nothing here asks a database by itself.
    }
}
