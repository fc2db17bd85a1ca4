package dev.rackside.credential;

import dev.rackside.integration.ExchangeSystem;
import java.util.UUID;

/**
 * A way to an outside system that is in use: a credential by its name.
 *
 * @param id the credential's
 */
public record Connection(UUID id, String name, ExchangeSystem system) {

    @Override
    public String toString() {
        return name;
    }
}
