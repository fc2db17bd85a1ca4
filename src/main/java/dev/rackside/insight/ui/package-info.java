/** The screens of insights. */
@NullMarked
package dev.rackside.insight.ui;

import org.jspecify.annotations.NullMarked;
