/** The way to MariaDB: connections, transactions, migrations, lists by keyset. Knows Hibernate, Flyway and the driver, no domain and no JavaFX. */
@NullMarked
package dev.rackside.db;

import org.jspecify.annotations.NullMarked;
