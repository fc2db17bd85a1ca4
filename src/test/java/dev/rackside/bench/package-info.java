/**
 * How fast it is, in proportion to plain JDBC on the same server in the same run. No tests: run by {@code mvn -Pbench},
 * on workspaces that {@code rackside sample --large} made.
 */
@NullMarked
package dev.rackside.bench;

import org.jspecify.annotations.NullMarked;
