package dev.rackside.server;

/** A database account of a local server. Its password never appears in {@link #toString()}. */
public record Account(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
