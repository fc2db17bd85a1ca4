/**
 * Sessions: pieces of work by a technician, and the work items done in them. The door is
 * {@link dev.rackside.session.SessionService}.
 */
@NullMarked
package dev.rackside.session;

import org.jspecify.annotations.NullMarked;
