/** Clients: the companies, internal units and projects that everything else hangs on. The door is {@link dev.rackside.client.ClientService}. */
@NullMarked
package dev.rackside.client;

import org.jspecify.annotations.NullMarked;
