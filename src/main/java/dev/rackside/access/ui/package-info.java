/** The screen of people and services. */
@NullMarked
package dev.rackside.access.ui;

import org.jspecify.annotations.NullMarked;
