/** The screen of clients. */
@NullMarked
package dev.rackside.client.ui;

import org.jspecify.annotations.NullMarked;
