package dev.rackside.cli;

import dev.rackside.backup.BackupWords;
import dev.rackside.backup.restoring.RestorePreview;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.RestoreWatch;
import dev.rackside.backup.restoring.Restored;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells in a terminal what a restore would do, does and did: in sentences, or as one JSON object at the end. */
final class RestoreTold {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;
    private final boolean json;
    private final ObjectNode told = JSON.createObjectNode();

    RestoreTold(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void preview(RestorePreview preview, RestoreTarget target) {
        if (json) {
            told.put("backup", preview.backup().toString()).put("grade", Coded.code(preview.grade()))
                    .put("takenAt", preview.takenAt().toString())
                    .put("ageSeconds", preview.age().toSeconds());
            return;
        }
        terminal.say(Messages.get("cli.backup.restore.backup", preview.file(),
                preview.takenAt().truncatedTo(ChronoUnit.SECONDS), hours(preview), BackupWords.grade(preview.grade()),
                preview.tables().size(), preview.rows()));
        terminal.say(BackupRestoreCommand.target(target));
        if (target instanceof RestoreTarget.OverLive) {
            terminal.say(Messages.get("cli.backup.restore.over.goes", preview.live(), preview.changed(),
                    preview.others()));
            if (!preview.elsewhere().isEmpty()) {
                terminal.say(Messages.get("backup.restore.happens.live.elsewhere", preview.elsewhere().size(),
                        String.join(", ", preview.elsewhere())));
            }
        }
    }

    private static String hours(RestorePreview preview) {
        return Messages.get("cli.backup.restore.age", preview.age().toDays(), preview.age().toHoursPart(),
                preview.age().toMinutesPart());
    }

    /** Says each phase once, when it begins. */
    RestoreWatch watch(Interrupt interrupt) {
        return new RestoreWatch() {
            @Override
            public void begins(Phase phase) {
                terminal.progress(
                        "cli.backup.restore.phase." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }

            @Override
            public void at(Pace pace) {
                // The phases are enough to read in a terminal.
            }

            @Override
            public boolean cancelled() {
                return interrupt.came();
            }
        };
    }

    /** Gives the exit code. */
    int restored(Restored restored) {
        if (json) {
            add(restored);
        } else {
            terminal.say(Messages.get(restored.same() ? "cli.backup.restore.same" : "cli.backup.restore.differs",
                    restored.target(), restored.tables().size(), restored.rows(),
                    restored.loading().toMillis() / 1000.0));
            restored.differences().forEach(difference -> terminal.say("  " + difference));
            restored.notes().forEach(terminal::say);
        }
        return restored.same() ? ExitCode.OK : ExitCode.RESTORED_DIFFERS;
    }

    private void add(Restored restored) {
        told.put("restored", true).put("target", restored.target()).put("same", restored.same())
                .put("rows", restored.rows()).put("loadMillis", restored.loading().toMillis())
                .put("serverVersion", restored.serverVersion())
                .put("automaticBackup", restored.automatic() == null ? null : restored.automatic().toString());
        var tables = told.putArray("tables");
        restored.tables().forEach(table -> tables.addObject().put("name", table.name())
                .put("rowsExpected", table.rowsExpected()).put("rowsFound", table.rowsFound())
                .put("checksumEqual", table.checksumEqual()));
        var differences = told.putArray("differences");
        restored.differences().forEach(differences::add);
        var notes = told.putArray("notes");
        restored.notes().forEach(notes::add);
        terminal.say(told.toString());
    }

    /** A restore that came to nothing. */
    void failed(Problem problem) {
        if (json) {
            told.put("restored", false).put("rolledBack", problem.code() == ErrorCode.RESTORE_ROLLED_BACK)
                    .put("problem", problem.code().key());
            var words = told.putArray("words");
            problem.arguments().forEach(words::add);
            terminal.say(told.toString());
        }
        terminal.err().println(Told.what(problem) + " " + Told.remedy(problem));
    }
}
