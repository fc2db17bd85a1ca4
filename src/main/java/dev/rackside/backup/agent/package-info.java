/** The agent as a service of the operating system: what is written where, and which tool of the system is told. */
@NullMarked
package dev.rackside.backup.agent;

import org.jspecify.annotations.NullMarked;
