/** People and services that the database knows, and who is at this workstation. */
@NullMarked
package dev.rackside.access;

import org.jspecify.annotations.NullMarked;
