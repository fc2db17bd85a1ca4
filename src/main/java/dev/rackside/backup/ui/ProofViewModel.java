package dev.rackside.backup.ui;

import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.proof.ProofFiles;
import dev.rackside.backup.proof.SignedProof;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Writes proofs of restore. */
final class ProofViewModel {

    private final Function<BackupPeriod, SignedProof> proofs;
    private final Slot writing;
    private final ReadOnlyObjectWrapper<@Nullable Done> done = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    /** @param proofs makes a signed proof of a time; needs the open vault */
    ProofViewModel(Background background, Function<BackupPeriod, SignedProof> proofs) {
        this.proofs = proofs;
        writing = background.slot();
    }

    /** What was written, and where. */
    record Done(SignedProof signed, ProofFiles.Written written) {}

    /** @param pdf the data go beside it */
    void write(BackupPeriod period, Path pdf) {
        forget();
        writing.once(() -> {
            var signed = proofs.apply(period);
            return new Done(signed, ProofFiles.writeTo(signed, pdf));
        }, done::set, problem::set);
    }

    void forget() {
        problem.set(null);
        done.set(null);
    }

    /** Null where nothing was written since the page was opened. */
    ReadOnlyObjectProperty<@Nullable Done> done() {
        return done.getReadOnlyProperty();
    }

    /** Why the last one came to nothing; null where it didn't. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return writing.busy();
    }
}
