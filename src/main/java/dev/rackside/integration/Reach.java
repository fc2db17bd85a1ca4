package dev.rackside.integration;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an outside system answers, and the way there.
 *
 * @param base scheme, host and the path that every address of the system begins with
 * @param ownNetwork whether a person said that it stands in a network of our own: only then may the address be a
 *     private one, and only then plain http
 * @param proxy {@code host:port} of an HTTP proxy; null for the direct way
 * @param authority a certificate in PEM that is trusted beside the usual ones; null for those alone
 */
public record Reach(ExchangeSystem system, URI base, boolean ownNetwork, @Nullable String proxy,
        @Nullable String authority) {

    /** An address below the base; {@code path} may carry a query. */
    public URI at(String path) {
        var root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + "/"
                + (path.startsWith("/") ? path.substring(1) : path));
    }

    /** The same way to another base of the system: its zone, the host of its API. */
    public Reach to(URI other) {
        return new Reach(system, other, ownNetwork, proxy, authority);
    }

    /** What a person reads: the host, with its port where that isn't the usual one. */
    public String host() {
        return base.getPort() < 0 ? String.valueOf(base.getHost()) : base.getHost() + ":" + base.getPort();
    }
}
