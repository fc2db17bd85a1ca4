/** The screen of sessions. */
@NullMarked
package dev.rackside.session.ui;

import org.jspecify.annotations.NullMarked;
