/** Machines: the servers, workstations and devices of the clients. The door is {@link dev.rackside.infrastructure.MachineService}. */
@NullMarked
package dev.rackside.infrastructure;

import org.jspecify.annotations.NullMarked;
