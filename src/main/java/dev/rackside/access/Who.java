package dev.rackside.access;

import dev.rackside.text.Coded;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person at this workstation, as the database knows them.
 *
 * @param id the entry in {@code api_users}; null where the account has none
 * @param username what stands in {@code linked_by}, {@code taken_by} and {@code technician}
 * @param role the entry's role; without a text where there is no entry
 */
public record Who(@Nullable UUID id, String username, String displayName, Coded<Role> role) {}
