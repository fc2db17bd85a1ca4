package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A team's settings as a person types them; the password is not among them.
 *
 * @param hosts {@code db1.example:3306, db2.example}; without a port 3306 is meant, IPv6 stands in brackets
 * @param certificate the path of a PEM file
 */
public record TeamDraft(String name, String hosts, String database, String account, @Nullable String certificate) {

    private static final int USUAL_PORT = 3306;
    private static final int LARGEST_PORT = 65_535;
    /** MariaDB's own limits. */
    private static final int LONGEST_DATABASE = 64;
    private static final int LONGEST_ACCOUNT = 80;
    /** A name or address, in brackets where it has colons; nothing that means something in a connection's address. */
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[\\p{L}\\p{N}._-]+)(?::(\\d{1,5}))?");

    public static TeamDraft empty() {
        return new TeamDraft("", "", "", "", null);
    }

    public static TeamDraft of(Workspace.Team team) {
        var certificate = team.certificate();
        return new TeamDraft(team.name(), team.hosts().stream().map(Host::toString).collect(Collectors.joining(", ")),
                team.database(), team.account(), certificate == null ? null : certificate.toString());
    }

    public List<Violation> violations() {
        return new Rules().required("name", name).atMost("name", name, LocalDraft.LONGEST_NAME)
                .required("hosts", hosts).that(hosts.isBlank() || parsed().isPresent(), "hosts", "workspace.rule.hosts")
                .required("database", database).atMost("database", database, LONGEST_DATABASE)
                .that(database.chars().noneMatch(c -> "/?&\\".indexOf(c) >= 0), "database", "workspace.rule.database")
                .required("account", account).atMost("account", account, LONGEST_ACCOUNT)
                .that(certificate == null || isPath(certificate), "certificate", "workspace.rule.certificate")
                .violations();
    }

    /**
     * The workspace that these settings make.
     *
     * @throws IllegalStateException where they break a rule
     */
    public Workspace.Team team() {
        return new Workspace.Team(name.strip(), parsed().orElseThrow(IllegalStateException::new), database.strip(),
                account.strip(), certificate == null ? null : Path.of(certificate.strip()).toAbsolutePath());
    }

    private Optional<List<Host>> parsed() {
        var found = new ArrayList<Host>();
        for (var part : hosts.split(",", -1)) {
            var match = HOST.matcher(part.strip());
            if (!match.matches()) {
                return Optional.empty();
            }
            var name = match.group(1).replaceAll("[\\[\\]]", "");
            var port = match.group(2) == null ? USUAL_PORT : Integer.parseInt(match.group(2));
            if (port < 1 || port > LARGEST_PORT) {
                return Optional.empty();
            }
            found.add(new Host(name, port));
        }
        return Optional.of(List.copyOf(found));
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text.strip()).toString().isEmpty();
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
