package dev.rackside.db;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and as whom to sign in; the password is never part of it.
 *
 * @param hosts one server, or the nodes of a cluster in the order in which they are tried
 * @param transport how the way there is protected
 * @param certificate a PEM file of the authority or the server that TLS trusts; null for the platform's own
 */
public record DatabaseAddress(List<Host> hosts, String database, String account, Transport transport,
        @Nullable Path certificate) {

    /** The time after which a server that doesn't answer counts as away. */
    private static final int CONNECT_TIMEOUT_MS = 4_000;
    /** The longest a statement may keep the wire silent; dead peers are noticed by it. */
    private static final int SOCKET_TIMEOUT_MS = 60_000;

    public DatabaseAddress {
        hosts = List.copyOf(hosts);
    }

    public DatabaseAddress(List<Host> hosts, String database, String account, Transport transport) {
        this(hosts, database, account, transport, null);
    }

    /** A server's name or address, and its port. */
    public record Host(String name, int port) {
        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    /** How the connection is protected. */
    public enum Transport {
        /** TLS; certificate and host name are verified. The only choice for a server on a network. */
        VERIFIED_TLS("verify-full"),
        /** Plain text, for a server of this workstation's own on the loopback interface. */
        LOOPBACK("disable");

        private final String sslMode;

        Transport(String sslMode) {
            this.sslMode = sslMode;
        }
    }

    /** The hosts as a person reads them. */
    public String hostList() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(", "));
    }

    /**
     * A connection of its own, outside every pool, for a look at the server; sessions are set as {@link Database} sets
     * them. The caller closes it.
     *
     * @param password not kept; the caller may wipe its copy afterwards
     * @throws dev.rackside.fault.Problem where it can't be had
     */
    public Connection connect(char[] password) {
        return connect(jdbcUrl(), password);
    }

    /**
     * As {@link #connect}, for statements that are silent for as long as they take: a dead peer is noticed by the
     * system alone.
     */
    public Connection connectPatiently(char[] password) {
        return connect(patientUrl(), password);
    }

    private Connection connect(String url, char[] password) {
        try {
            var connection = DriverManager.getConnection(url, account, new String(password));
            try (var statement = connection.createStatement()) {
                statement.execute(Database.SESSION_SETTINGS);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Translation.of(this).translate(new IllegalStateException(e));
        }
    }

    /** The address for statements that are silent for as long as they take. */
    String patientUrl() {
        return jdbcUrl().replaceAll("socketTimeout=\\d+", "socketTimeout=0");
    }

    String jdbcUrl() {
        var where = hosts.stream()
                .map(host -> "address=(host=%s)(port=%d)".formatted(host.name(), host.port()))
                .collect(Collectors.joining(","));
        var mode = hosts.size() > 1 ? "sequential:" : "";
        var trust = certificate == null ? "" : "&serverSslCert=" + certificate.toUri();
        return "jdbc:mariadb:%s//%s/%s?sslMode=%s&allowLocalInfile=false&connectTimeout=%d&socketTimeout=%d&tcpKeepAlive=true%s"
                .formatted(mode, where, URLEncoder.encode(database, StandardCharsets.UTF_8), transport.sslMode,
                        CONNECT_TIMEOUT_MS, SOCKET_TIMEOUT_MS, trust);
    }
}
