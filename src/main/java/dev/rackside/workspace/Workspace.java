package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database that a person works with, under a name of their own. Never holds a password. */
public sealed interface Workspace {

    String name();

    /**
     * A workspace of this workstation with a server of its own.
     *
     * @param owner the name that stands in what the person writes
     */
    record Local(String name, Path directory, String owner) implements Workspace {}

    /**
     * A database on a server or a cluster of the team.
     *
     * @param certificate a PEM file that TLS trusts; null for the platform's own authorities
     */
    record Team(String name, List<DatabaseAddress.Host> hosts, String database, String account,
            @Nullable Path certificate) implements Workspace {

        /** The hosts as a person reads them. */
        public String hostList() {
            return address().hostList();
        }

        public DatabaseAddress address() {
            return new DatabaseAddress(hosts, database, account, DatabaseAddress.Transport.VERIFIED_TLS, certificate);
        }
    }
}
