/** The screens of the plans by which clients' machines are backed up. */
@NullMarked
package dev.rackside.plan.ui;

import org.jspecify.annotations.NullMarked;
