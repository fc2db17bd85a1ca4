package dev.rackside.cli;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.DatabaseAddress.Transport;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name a database: a workspace, or an address. A password is never an option's value. */
final class DatabaseOptions {

    @Option(names = "--workspace", paramLabel = "NAME", description = "The workspace; the one opened last where nothing is named.")
    private @Nullable String workspace;

    @Option(names = "--host", paramLabel = "HOST", split = ",", description = "The server, or the nodes of a cluster with commas between them.")
    private List<String> hosts = List.of();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "3306", description = "Its port (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--database", paramLabel = "NAME", description = "The database on that server.")
    private @Nullable String database;

    @Option(names = "--account", paramLabel = "NAME", description = "The account to sign in with.")
    private @Nullable String account;

    @Option(names = "--certificate", paramLabel = "FILE", description = "A PEM file of the authority or server to trust, instead of the platform's own authorities.")
    private @Nullable Path certificate;

    @Option(names = "--loopback", description = "Connect without TLS; only to a server on this machine's loopback address.")
    private boolean loopback;

    @Option(names = "--password-stdin", description = "Read the password from the first line of the input instead of asking for it.")
    private boolean passwordFromInput;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * The database that an address was given of; empty where a workspace is meant.
     *
     * @throws ParameterException where the options don't go together
     */
    Optional<DatabaseAddress> address() {
        if (hosts.isEmpty()) {
            if (database != null || account != null || certificate != null || loopback) {
                throw misused("cli.options.host-needed");
            }
            return Optional.empty();
        }
        if (workspace != null) {
            throw misused("cli.options.workspace-or-host");
        }
        var name = database;
        var who = account;
        if (name == null || who == null) {
            throw misused("cli.options.database-and-account");
        }
        if (loopback && !hosts.stream().allMatch(DatabaseOptions::isLoopback)) {
            throw misused("cli.options.not-loopback");
        }
        return Optional
                .of(new DatabaseAddress(hosts.stream().map(host -> new DatabaseAddress.Host(host, port)).toList(),
                        name, who, loopback ? Transport.LOOPBACK : Transport.VERIFIED_TLS, certificate));
    }

    /**
     * The workspace that was named, or the one opened last.
     *
     * @throws Problem WORKSPACE_UNKNOWN where none has the name
     */
    Optional<Workspace> workspace(Workspaces workspaces) {
        var name = workspace;
        if (name == null) {
            return workspaces.last();
        }
        return Optional.of(workspaces.named(name)
                .orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_UNKNOWN, name)));
    }

    /** The password of the address's account, which the caller wipes; empty where nobody gives one. */
    Optional<char[]> password(Terminal terminal, DatabaseAddress address) {
        return passwordFromInput
                ? terminal.passwordFromInput()
                : terminal.password("cli.options.password", address.account(), address.hostList());
    }

    /** Makes a password unreadable once it was used. */
    static void wipe(char[] password) {
        Arrays.fill(password, '\0');
    }

    /** What is said, with exit code 2, to those who combined options that don't go together. */
    ParameterException misused(String key, Object... arguments) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get(key, arguments));
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
