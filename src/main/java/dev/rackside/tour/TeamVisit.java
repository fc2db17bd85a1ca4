package dev.rackside.tour;

import dev.rackside.server.ServerProgram;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** A team's server: settings that don't fit, passwords, a slow and a broken network, rows that others change. */
final class TeamVisit {

    private static final Duration LINK = Duration.ofSeconds(40);

    private final Visitor visitor;
    private final Guide guide;
    private final Places places;

    TeamVisit(Visitor visitor, Places places) {
        this.visitor = visitor;
        this.guide = visitor.guide();
        this.places = places;
    }

    void all() {
        var directory = places.data().resolve("tour-team");
        try {
            Files.createDirectories(directory.getParent());
            try (var team = TeamServer.start(directory, ServerProgram.find(places.cache().resolve("server")))) {
                visitor.step("team-settings", () -> settings(team));
                visitor.step("team-reader", () -> reader(team));
                visitor.step("team-writer", () -> writer(team));
                visitor.step("team-password", () -> password(team));
                visitor.step("team-conflict", () -> conflict(team));
                visitor.step("team-network", () -> network(team));
                visitor.step("team-gone", () -> gone(team));
                leave();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leave() {
        guide.command(Messages.get("workspace.switch"));
    }

    /** Each way in which the settings of a team can be wrong, as the form's test shows it. */
    private void settings(TeamServer team) {
        leave();
        guide.fire(guide.need(ToggleButton.class, "there"));
        fill(Messages.get("tour.workspace.team"), "no-such-host.invalid", TeamServer.WRITER, team.password());
        test("name");
        guide.type("hosts", "127.0.0.1:1");
        test("port");
        guide.type("hosts", team.host());
        guide.type("password", "wrong");
        test("password");
        guide.type("password", team.password());
        guide.type("database", "nowhere");
        test("database");
        guide.type("database", TeamServer.DATABASE);
        guide.type("account", TeamServer.STRANGER);
        test("rights");
        guide.type("account", TeamServer.READER);
        test("reader");
    }

    /** An account that may only read. */
    private void reader(TeamServer team) {
        save(Messages.get("tour.workspace.readers"), TeamServer.READER, team);
        see("team-read-only");
        edit();
        guide.act(() -> title().setText(Messages.get("tour.typed")));
        guide.press(KeyCode.S, KeyCode.CONTROL);
        see("team-read-only-refused");
        visitor.escape();
    }

    private void writer(TeamServer team) {
        leave();
        guide.fire(guide.need(ToggleButton.class, "there"));
        fill(Messages.get("tour.workspace.team"), team.host(), TeamServer.WRITER, team.password());
        test("passed");
        save(Messages.get("tour.workspace.team"), TeamServer.WRITER, team);
        see("team-open");
    }

    private void save(String name, String account, TeamServer team) {
        fill(name, team.host(), account, team.password());
        // A tour leaves nothing in the keyring of whoever takes it.
        var keep = guide.need(CheckBox.class, "keep");
        guide.act(() -> keep.setSelected(false));
        guide.push("save");
        StartVisit.awaitOpen(guide);
    }

    /** The password, asked for when a known workspace is opened. */
    private void password(TeamServer team) {
        leave();
        guide.settle();
        see("welcome-teams");
        var last = guide.all(Button.class, button -> Messages.get("workspace.open").equals(button.getText()))
                .getLast();
        guide.fire(last);
        guide.need(PasswordField.class, "password");
        see("team-password");
        guide.type("password", "wrong");
        guide.push("open");
        guide.await("refusal", LINK,
                () -> TeamVisit.says(Messages.get("problem.password-refused.what").substring(0, 8)));
        see("team-password-refused");
        guide.type("password", team.password());
        guide.push("open");
        StartVisit.awaitOpen(guide);
    }

    private void fill(String name, String hosts, String account, String password) {
        guide.type("name", name);
        guide.type("hosts", hosts);
        guide.type("database", TeamServer.DATABASE);
        guide.type("account", account);
        guide.type("password", password);
    }

    private void test(String what) {
        guide.push("test");
        guide.await("test of the connection", LINK, () -> Scenery.top().filter(window -> Scenery
                .first(window.getScene().getRoot(), Button.class, each -> "test".equals(each.getId()))
                .filter(button -> !button.isDisabled()).isPresent()).isPresent());
        see("team-test-" + what);
    }

    /** Somebody else changes the row that is being edited. */
    private void conflict(TeamServer team) {
        edit();
        guide.act(() -> title().setText(Messages.get("tour.typed")));
        outside(team, "UPDATE environmental_insights SET insight_title = CONCAT(insight_title, ' (again)'),"
                + " priority = 4 + priority % 4");
        guide.press(KeyCode.S, KeyCode.CONTROL);
        guide.awaitQuestion("conflict");
        see("team-conflict");
        guide.answer(ButtonData.CANCEL_CLOSE);
        visitor.escape();
    }

    private void gone(TeamServer team) {
        edit();
        guide.act(() -> title().setText(Messages.get("tour.typed")));
        outside(team, "DELETE FROM environmental_insights");
        guide.press(KeyCode.S, KeyCode.CONTROL);
        see("team-gone");
        visitor.escape();
    }

    private void edit() {
        guide.fire(PlacesVisit.places(guide).getFirst().entry());
        var table = guide.all(TableView.class, _ -> true).getFirst();
        guide.act(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        guide.press(KeyCode.F2);
        guide.await("form", () -> title() != null);
    }

    private static TextInputControl title() {
        return Scenery.top().flatMap(window -> Scenery.first(window.getScene().getRoot(), TextInputControl.class,
                input -> "title".equals(input.getId()))).orElseThrow(() -> new Guide.NotReached("#title"));
    }

    private static void outside(TeamServer team, String sql) {
        try (var connection = team.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers that take long, and none at all. */
    private void network(TeamServer team) {
        var machines = PlacesVisit.places(guide).get(3).entry();
        team.wire().hold();
        guide.ask(() -> {
            machines.fire();
            return machines;
        });
        visitor.seeRestless("team-slow", Messages.get("tour.team.team-slow"));
        team.wire().cut();
        guide.await("lost", LINK, () -> says(Messages.get("shell.link.bar")));
        see("team-lost");
        team.wire().mend();
        guide.await("connected again", LINK, () -> !says(Messages.get("shell.link.bar")));
        see("team-back");
    }

    private static boolean says(String words) {
        return Scenery.top().filter(window -> Scenery.words(window.getScene().getRoot()).contains(words)).isPresent();
    }

    private void see(String name) {
        visitor.see(name, Messages.get("tour.team." + name));
    }
}
