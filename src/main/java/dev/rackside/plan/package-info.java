/** The backups of clients' machines that an outside system takes, as it reports them. */
@NullMarked
package dev.rackside.plan;

import org.jspecify.annotations.NullMarked;
