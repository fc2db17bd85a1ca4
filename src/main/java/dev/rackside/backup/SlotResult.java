package dev.rackside.backup;

import dev.rackside.backup.proving.Proof;
import dev.rackside.fault.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of running a schedule's slot. */
public sealed interface SlotResult {

    /** When to ask again; null where the schedule names no time any more. */
    @Nullable
    Instant again();

    /** Nothing was due. */
    record Nothing(@Nullable Instant again) implements SlotResult {}

    /** Another has it. */
    record Taken(String name, String holder, Instant again) implements SlotResult {}

    /**
     * A backup was taken.
     *
     * @param proof how far it holds; null where the schedule asks for none, or the proof itself came to grief
     * @param trouble what came in the proof's way, or in retention's
     * @param asAsked whether it is proved as far as the schedule asks
     */
    record Done(UUID backup, @Nullable Proof proof, @Nullable Problem trouble, boolean asAsked,
            @Nullable Instant again) implements SlotResult {}

    /** No backup was taken. */
    record Failed(Problem problem, @Nullable Instant again) implements SlotResult {}

    /** Somebody else took it over; nothing of ours is left. */
    record Lost(@Nullable Instant again) implements SlotResult {}

    /** It was told to stop; nothing of it is left. */
    record Cancelled(@Nullable Instant again) implements SlotResult {}
}
