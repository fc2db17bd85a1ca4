package dev.rackside.workspace.ui;

import dev.rackside.workspace.Workspace;
import java.util.Arrays;

/** Where the rows of a copy go, and what opens it afterwards. */
final class CopyDestination {

    final Workspace workspace;
    /** Empty for a local workspace. */
    final char[] password;
    /** Whether the keyring shall keep the password. */
    final boolean keep;

    CopyDestination(Workspace workspace, char[] password, boolean keep) {
        this.workspace = workspace;
        this.password = password;
        this.keep = keep;
    }

    /** The password isn't needed any more. */
    void wipe() {
        Arrays.fill(password, '\0');
    }
}
