package dev.rackside.cli;

import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupWords;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Rows;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code rackside backup list}: the backups that are recorded. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Lists the backups that are recorded, the newest first, each with how far it is proved.")
final class BackupListCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 500;

    private final Terminal terminal;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DatabaseOptions options;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most so many (${DEFAULT-VALUE}); 0 for all.")
    private int limit;

    @Option(names = "--json", description = "Tell them as one JSON array.")
    private boolean json;

    BackupListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw options.misused("cli.backup.limit");
        }
        return new Opening(terminal, BackupService.ENTITIES).within(options, opened -> {
            var rows = new BackupService(opened.database()).list(BackupFilter.ALL);
            if (json) {
                var told = JSON.createArrayNode();
                each(rows, row -> add(told, row));
                terminal.say(told.toString());
            } else {
                each(rows, row -> terminal.say(line(row)));
            }
            return ExitCode.OK;
        });
    }

    private void each(Rows<BackupRow> rows, Consumer<BackupRow> act) {
        Position position = new Position.Start();
        var left = limit == 0 ? Integer.MAX_VALUE : limit;
        while (left > 0) {
            var wanted = Math.min(PAGE, left);
            var page = rows.page(new PageRequest(BackupService.DEFAULT_ORDER, position, wanted));
            page.rows().forEach(act);
            left -= page.rows().size();
            var last = page.last();
            if (last == null || page.rows().size() < wanted) {
                return;
            }
            position = new Position.After(last);
        }
    }

    private static String line(BackupRow row) {
        return "%-20s  %-16s  %12s  %-13s  %-36s  %s".formatted(when(row.startedAt()), BackupWords.type(row.type()),
                row.sizeBytes() == null ? "-" : row.sizeBytes().toString(), BackupWords.outcome(row.outcome()),
                BackupWords.grade(row.grade()), row.filePath() == null ? "" : row.filePath())
                + (row.suspect() ? "  " + Messages.get("cli.backup.suspect") : "");
    }

    private static String when(@Nullable Instant moment) {
        return moment == null ? "-" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void add(ArrayNode told, BackupRow row) {
        told.addObject().put("id", row.id().toString()).put("type", row.type().text())
                .put("startedAt", text(row.startedAt())).put("completedAt", text(row.completedAt()))
                .put("sizeBytes", row.sizeBytes()).put("outcome", row.outcome().text())
                .put("grade", row.grade().name().toLowerCase(Locale.ROOT)).put("reasonCode", row.reasonCode())
                .put("method", row.method()).put("host", row.host()).put("database", row.databaseName())
                .put("file", row.filePath());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
