package dev.rackside.credential;

/** An open vault and how many use it right now: it is closed when it was dropped and the last of them is done. */
final class HeldVault {

    private final OpenVault vault;
    private int uses;
    private boolean dropped;

    HeldVault(OpenVault vault) {
        this.vault = vault;
    }

    /** To be given back by {@link #done}. */
    synchronized OpenVault take() {
        uses++;
        return vault;
    }

    synchronized void done() {
        uses--;
        closeWhereUnused();
    }

    synchronized void drop() {
        dropped = true;
        closeWhereUnused();
    }

    private void closeWhereUnused() {
        if (dropped && uses == 0) {
            vault.close();
        }
    }
}
