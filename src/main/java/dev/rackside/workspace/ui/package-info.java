/** The first page, the choice of a workspace, and the watch over its connection. */
@NullMarked
package dev.rackside.workspace.ui;

import org.jspecify.annotations.NullMarked;
