package dev.rackside.backup.ui;

import dev.rackside.backup.ScheduleRow;
import dev.rackside.backup.SlotResult;
import dev.rackside.backup.Watch;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.text.Messages;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;

/** A schedule's backup as a job that the status bar shows and a person can cancel. */
final class ScheduleRunning {

    private final Background background;
    private final BiFunction<UUID, Watch, SlotResult> run;

    /** @param run runs a schedule now */
    ScheduleRunning(Background background, BiFunction<UUID, Watch, SlotResult> run) {
        this.background = background;
        this.run = run;
    }

    /** @param done called on the screen thread when there is a backup, proved as the schedule asks */
    void start(ScheduleRow row, Runnable done) {
        background.job(Messages.get("schedule.run-now.job", row.name()),
                progress -> told(row, run.apply(row.id(), new PaceWatch(progress, Clock.systemUTC()))),
                _ -> done.run());
    }

    private static SlotResult told(ScheduleRow row, SlotResult result) {
        return switch (result) {
            case SlotResult.Done done when done.asAsked() -> done;
            case SlotResult.Done _ -> throw new Problem(ErrorCode.BACKUPS_NEED_YOU,
                    Messages.get("schedule.run-now.not-proved", row.name()));
            case SlotResult.Taken taken -> throw new Problem(ErrorCode.SLOT_TAKEN, taken.name(), taken.holder());
            case SlotResult.Failed failed -> throw failed.problem();
            case SlotResult.Lost _ -> throw new Problem(ErrorCode.BACKUPS_NEED_YOU,
                    Messages.get("schedule.run-now.lost", row.name()));
            case SlotResult.Cancelled _ -> throw new CancellationException();
            case SlotResult.Nothing nothing -> nothing;
        };
    }
}
