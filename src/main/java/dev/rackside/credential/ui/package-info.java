/** The screen of credentials. */
@NullMarked
package dev.rackside.credential.ui;

import org.jspecify.annotations.NullMarked;
