/** Failure patterns: what has gone wrong more than once, and what helped. The door is {@link dev.rackside.failure.FailureService}. */
@NullMarked
package dev.rackside.failure;

import org.jspecify.annotations.NullMarked;
