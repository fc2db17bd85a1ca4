/** Workspaces: where the data are. A local one brings its own server, a team's is reached over the network. */
@NullMarked
package dev.rackside.workspace;

import org.jspecify.annotations.NullMarked;
