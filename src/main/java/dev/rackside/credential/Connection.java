package dev.rackside.credential;

import dev.rackside.integration.ExchangeSystem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to an outside system that is in use: a credential by its name.
 *
 * @param id the credential's
 * @param host where a person said that it answers; null for the usual place
 */
public record Connection(UUID id, String name, ExchangeSystem system, @Nullable String host) {

    @Override
    public String toString() {
        return name;
    }
}
