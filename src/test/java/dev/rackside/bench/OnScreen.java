package dev.rackside.bench;

import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.client.ClientService;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.failure.FailureService;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.SearchField;
import dev.rackside.fx.Theme;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.ui.InsightActs;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.ui.InsightDoors;
import dev.rackside.insight.ui.InsightScreen;
import dev.rackside.session.SessionService;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** The real screen of insights, drawn into memory, on a million rows. */
final class OnScreen {

    private static final long ROUND_TRIP_MILLIS = 40;
    private static final long MIB = 1024 * 1024;

    private final Desk desk;
    private final InsightScreen screen;
    private final TableView<InsightRow> table;
    private final SearchField search;

    private OnScreen(Desk desk, Stage stage) {
        this.desk = desk;
        var failures = new Failures();
        var theme = new Theme();
        theme.choose(Theme.Wish.LIGHT);
        var database = desk.database();
        screen = new InsightScreen(
                new InsightDoors(desk.insights(), new EvidenceService(database), new ClientService(database),
                        new MachineService(database), new FailureService(database), new SessionService(database)),
                Background.threads(failures), failures, new SimpleObjectProperty<>(), new InsightActs(_ -> {
                }, _ -> {
                }, _ -> {
                }, () -> new Who(null, "bench", "Bench", Coded.of(Role.VIEWER))));
        stage.setScene(new Scene(screen.root(), 1280, 760));
        theme.dress(stage.getScene());
        stage.show();
        screen.shown();
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        table = find(".table-view");
        search = find(".search-field");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T> T find(String selector) {
        return (T) screen.root().lookup(selector);
    }

    static OnScreen show(Desk desk) throws Exception {
        begin();
        return onScreen(() -> new OnScreen(desk, new Stage()));
    }

    /** Starts what draws into memory; once. */
    static void begin() throws Exception {
        var started = new FutureTask<Void>(() -> null);
        Platform.startup(started);
        started.get();
        Platform.setImplicitExit(false);
    }

    /** Scrolls, pages, drags and searches over a long wire. */
    void pulses() throws Exception {
        var address = desk.database().address();
        var host = address.hosts().getFirst();
        try (var wire = new DelayProxy(host.port(), ROUND_TRIP_MILLIS)) {
            desk.database().moveTo(new DatabaseAddress(
                    List.of(new DatabaseAddress.Host(host.name(), wire.port())), address.database(), address.account(),
                    address.transport()));
            await(() -> table.getItems().size() > 100_000);
            script(1);
            var pulses = onScreen(Pulses::watch);
            script(4);
            onScreen(() -> {
                pulses.report("Scrolling, searching and paging with 40 ms added to each round trip");
                return null;
            });
            desk.database().moveTo(address);
        }
    }

    private void script(int times) throws Exception {
        for (var time = 0; time < times; time++) {
            for (var row = 0; row < 6_000; row += 15) {
                scroll(row + time * 20_000, 16);
            }
            for (var drag = 1; drag < 10; drag++) {
                scroll(drag * 100_000 - 7, 400);
            }
            for (var word : List.of("powershell", "backup", "vpn gate")) {
                for (var length = 1; length <= word.length(); length++) {
                    type(word.substring(0, length), 130);
                }
                Thread.sleep(1500);
                for (var row = 0; row < 600; row += 20) {
                    scroll(row, 30);
                }
            }
            type("", 2000);
            await(() -> table.getItems().size() > 100_000);
        }
    }

    private void scroll(int row, long pause) throws Exception {
        onScreen(() -> {
            table.scrollTo(Math.min(row, Math.max(0, table.getItems().size() - 1)));
            return null;
        });
        Thread.sleep(pause);
    }

    private void type(String words, long pause) throws Exception {
        onScreen(() -> {
            search.setText(words);
            return null;
        });
        Thread.sleep(pause);
    }

    /** Scrolls from the first row to the last, waiting for every page. */
    void heap(int everyPage) throws Exception {
        await(() -> table.getItems().size() > 100_000);
        var before = used();
        var most = 0L;
        var size = table.getItems().size();
        for (var row = 0; row < size; row += 100 * everyPage) {
            var at = row;
            onScreen(() -> {
                table.scrollTo(at);
                return null;
            });
            await(() -> table.getItems().get(at) != null);
            if (row % 50_000 == 0) {
                most = Math.max(most, used());
            }
        }
        System.out.printf(Locale.ENGLISH,
                "%nHeap while scrolling %d rows end to end: %d MB before, at most %d MB, %d MB after%n", size,
                before / MIB, most / MIB, used() / MIB);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void await(Callable<Boolean> there) throws Exception {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!onScreen(there)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited two minutes in vain");
            }
            Thread.sleep(5);
        }
    }

    static <T> T onScreen(Callable<T> act) throws Exception {
        var task = new FutureTask<>(act);
        Platform.runLater(task);
        return task.get();
    }
}
