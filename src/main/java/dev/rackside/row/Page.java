package dev.rackside.row;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param rows in the list's order
 * @param first continues before the first row; null where there are no rows
 * @param last continues after the last row; null where there are no rows
 * @param readAt the server's clock when it was read
 */
public record Page<R extends Row>(List<R> rows, @Nullable Cursor first, @Nullable Cursor last, Instant readAt) {}
