package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress.Host;
import java.net.IDN;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A workspace as one person names it to another. Never holds an account or a password. */
public sealed interface WorkspaceLink {

    /** The workspace's name where the link was written. */
    String name();

    /** The workspace of this workstation that it leads to; empty where it leads to none that is known here. */
    Optional<Workspace> among(List<Workspace> all);

    /** A workspace of the workstation itself. */
    record Local(String name) implements WorkspaceLink {

        @Override
        public Optional<Workspace> among(List<Workspace> all) {
            return all.stream().filter(known -> known instanceof Workspace.Local && known.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /**
     * A team's database.
     *
     * @param hosts at least one
     * @param certificates what TLS shall trust, as PEM; null for the platform's own authorities
     */
    record Team(String name, List<Host> hosts, String database, @Nullable String certificates)
            implements
                WorkspaceLink {

        public Team {
            hosts = List.copyOf(hosts);
        }

        /**
         * {@inheritDoc} Only one at the very same hosts: what is kept for a workspace must reach no other server. What
         * the link says of certificates has no say in it.
         */
        @Override
        public Optional<Workspace> among(List<Workspace> all) {
            var same = all.stream().filter(known -> known instanceof Workspace.Team team && leadsTo(team)).toList();
            return same.stream().filter(known -> known.name().equalsIgnoreCase(name)).findFirst()
                    .or(() -> same.stream().findFirst());
        }

        private boolean leadsTo(Workspace.Team team) {
            return team.database().equals(database) && plain(team.hosts()).equals(plain(hosts));
        }

        private static Set<Host> plain(Collection<Host> hosts) {
            var plain = new HashSet<Host>();
            hosts.forEach(host -> plain.add(new Host(ascii(host.name()).toLowerCase(Locale.ROOT), host.port())));
            return plain;
        }
    }

    /** A host's name as the network has it: letters that look like others are seen for what they are. */
    static String ascii(String host) {
        try {
            return host.contains(":") ? host : IDN.toASCII(host);
        } catch (IllegalArgumentException _) {
            return host;
        }
    }
}
