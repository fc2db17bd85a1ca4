package dev.rackside.fx;

/** Progress of work that nobody watches or cancels. */
final class Silent implements Job.Progress {

    static final Silent PROGRESS = new Silent();

    @Override
    public void at(double fraction, String message) {
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
