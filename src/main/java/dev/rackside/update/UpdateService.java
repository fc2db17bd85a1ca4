package dev.rackside.update;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether there is a newer Rackside. Nothing is fetched but a manifest and its signature, nothing is told of who
 * asks, and nothing is ever installed.
 */
public final class UpdateService {

    /** How often it is asked without a person's wish. */
    static final Duration SELDOM = Duration.ofDays(1);
    static final int MOST_BYTES = 256 * 1024;
    static final int MOST_SIGNATURE = 4 * 1024;

    private final Supplier<Publisher> publisher;
    private final UpdateMemory memory;
    private final String running;
    private final Fetch fetch;
    private final InstantSource clock;

    /** Read when it is asked for, which may be never. */
    private static final class OfBuild {
        static final Publisher PUBLISHER = Publisher.ofBuild();
    }

    /**
     * By what the build says of its publisher.
     *
     * @param config the configuration folder
     * @param running the version that runs here
     */
    public UpdateService(Path config, String running) {
        this(() -> OfBuild.PUBLISHER, config, running, new Fetch(), InstantSource.system());
    }

    UpdateService(Supplier<Publisher> publisher, Path config, String running, Fetch fetch, InstantSource clock) {
        this.publisher = publisher;
        this.memory = new UpdateMemory(config);
        this.running = running;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** Whether the build knows by which key manifests are signed; without one nothing can be asked, wherever. */
    public boolean knowsKey() {
        return publisher.get().key() != null && Version.of(running).isPresent();
    }

    /** The manifest's address by the build. */
    public Optional<String> address() {
        return Optional.ofNullable(publisher.get().address());
    }

    /** Whether it can be asked: by the build's address, or by one of a team's own. */
    public boolean possible(@Nullable String own) {
        return knowsKey() && (own != null || publisher.get().address() != null);
    }

    /** Whether something is an address that can be asked: https, a host, no account, no question. */
    public static boolean fits(String address) {
        var uri = Manifest.web(address);
        return uri != null && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawPath() != null
                && uri.getRawPath().length() > 1;
    }

    /**
     * Asks now.
     *
     * @param own a team's own address; null for the build's
     * @throws Problem UPDATE_NOT_SET, UPDATE_ADDRESS, UPDATE_NOT_READ, UPDATE_NOT_TRUSTED, NOT_WRITABLE
     */
    public synchronized Finding check(@Nullable String own) {
        var address = manifest(own);
        var now = clock.instant();
        var known = memory.read().asked(now);
        memory.write(known);
        var manifest = believed(address);
        if (!manifest.validUntil().isAfter(now)) {
            throw Distrust.EXPIRED.problem(address.getHost());
        }
        if (known.newerThan(manifest)) {
            throw Distrust.OLDER.problem(address.getHost());
        }
        memory.write(known.seen(manifest));
        var newer = Version.of(running).filter(here -> manifest.version().compareTo(here) > 0).isPresent();
        return new Finding(manifest, newer, running);
    }

    /** Asks, unless that was done within a day or can't be; empty then. */
    public synchronized Optional<Finding> checkSeldom(@Nullable String own) {
        if (!possible(own)) {
            return Optional.empty();
        }
        var asked = memory.read().askedAt();
        var now = clock.instant();
        // A moment to come was written by a wrong clock.
        var lately = asked != null && !asked.isAfter(now) && asked.plus(SELDOM).isAfter(now);
        return lately ? Optional.empty() : Optional.of(check(own));
    }

    private URI manifest(@Nullable String own) {
        var address = own == null ? publisher.get().address() : own;
        if (!knowsKey() || address == null) {
            throw new Problem(ErrorCode.UPDATE_NOT_SET);
        }
        if (!fits(address)) {
            throw new Problem(ErrorCode.UPDATE_ADDRESS, address);
        }
        return URI.create(address);
    }

    private Manifest believed(URI address) {
        var bytes = fetch.get(address, MOST_BYTES);
        if (bytes == null) {
            throw Fetch.failed(address, null, "missing");
        }
        var signature = fetch.get(URI.create(address + ".sig"), MOST_SIGNATURE);
        if (signature == null) {
            throw Distrust.UNSIGNED.problem(address.getHost());
        }
        if (!publisher.get().signed(bytes, new String(signature, StandardCharsets.US_ASCII))) {
            throw Distrust.FORGED.problem(address.getHost());
        }
        return Manifest.read(bytes, address.getHost());
    }
}
