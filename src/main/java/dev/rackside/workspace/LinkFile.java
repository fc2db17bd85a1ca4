package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Workspace links as files, {@code NAME.rackside}: JSON with the number of its format. A link may come from a stranger,
 * so what isn't just as it must be is refused.
 */
public final class LinkFile {

    /** How the name of such a file ends. */
    public static final String ENDING = ".rackside";

    private static final int FORMAT = 1;
    private static final int LONGEST = 64 * 1024;
    private static final String LOCAL = "local";
    private static final String TEAM = "team";
    /** The one way to a team's server: encrypted, with certificate and host name checked. */
    private static final String TLS = "verified";
    /** Plain letters alone: others look like them. Names of other scripts are written as the network has them. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");
    private static final Pattern NO_FILE_NAME = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|]+");

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual,
                    text -> List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .build();

    private LinkFile() {
    }

    /** As it stands in the file. */
    private record Stored(@Nullable Integer format, @Nullable String kind, @Nullable String name,
            @Nullable List<@Nullable String> hosts, @Nullable String database, @Nullable String tls,
            @Nullable String certificates) {}

    /**
     * Reads a link.
     *
     * @throws Problem LINK_UNREADABLE, LINK_NEWER
     */
    public static WorkspaceLink read(Path file) {
        var tree = tree(file);
        var format = tree.path("format");
        if (!format.isInt()) {
            throw unreadable(file, "no-link", null);
        }
        if (format.intValue() != FORMAT) {
            throw new Problem(ErrorCode.LINK_NEWER, file.getFileName(), format.intValue());
        }
        Stored stored;
        try {
            stored = JSON.treeToValue(tree, Stored.class);
        } catch (JacksonException e) {
            throw unreadable(file, "members", e);
        }
        return link(file, stored);
    }

    private static JsonNode tree(Path file) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(file, "gone", null);
        }
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw unreadable(file, "gone", e);
        }
        if (content.length > LONGEST) {
            throw unreadable(file, "size", null);
        }
        try {
            var tree = JSON.readTree(content);
            if (tree.isObject()) {
                return tree;
            }
            throw unreadable(file, "no-link", null);
        } catch (JacksonException e) {
            throw unreadable(file, "no-link", e);
        }
    }

    private static WorkspaceLink link(Path file, Stored stored) {
        var name = stored.name() == null ? "" : stored.name();
        if (LOCAL.equals(stored.kind())) {
            if (!new LocalDraft(name, "somebody", false).violations().isEmpty()) {
                throw unreadable(file, "name", null);
            }
            if (stored.hosts() != null || stored.database() != null || stored.tls() != null
                    || stored.certificates() != null) {
                throw unreadable(file, "members", null);
            }
            return new WorkspaceLink.Local(name.strip());
        }
        if (!TEAM.equals(stored.kind())) {
            throw unreadable(file, "members", null);
        }
        if (!TLS.equals(stored.tls())) {
            throw unreadable(file, "tls", null);
        }
        return team(file, stored, name);
    }

    private static WorkspaceLink team(Path file, Stored stored, String name) {
        var hosts = stored.hosts() == null ? List.<@Nullable String>of() : stored.hosts();
        if (hosts.isEmpty() || !hosts.stream().allMatch(host -> host != null && PLAIN.matcher(host).matches())) {
            throw unreadable(file, "hosts", null);
        }
        var database = stored.database() == null ? "" : stored.database();
        var draft = new TeamDraft(name, String.join(", ", hosts), database, "somebody", null);
        var broken = draft.violations();
        if (!broken.isEmpty()) {
            throw unreadable(file, broken.getFirst().field(), null);
        }
        var team = draft.team();
        var certificates = stored.certificates();
        if (certificates != null && Pem.certificates(certificates).isEmpty()) {
            throw unreadable(file, "certificates", null);
        }
        return new WorkspaceLink.Team(team.name(), team.hosts(), team.database(),
                certificates == null ? null : Pem.text(Pem.certificates(certificates)));
    }

    /** What a link to a workspace is called where nobody says otherwise. */
    public static String nameFor(Workspace workspace) {
        var plain = NO_FILE_NAME.matcher(workspace.name()).replaceAll(" ").strip();
        return (plain.isEmpty() || plain.startsWith(".") ? "workspace" : plain) + ENDING;
    }

    /**
     * Writes a link to a workspace.
     *
     * @param file gets the ending of links where it hasn't
     * @param replace whether a file that is there gives way
     * @return the file
     * @throws Problem ALREADY_THERE, NOT_WRITABLE; CERTIFICATE_UNREADABLE where the workspace's own isn't there
     */
    public static Path write(Workspace workspace, Path file, boolean replace) {
        var there = file.toString().endsWith(ENDING) ? file : Path.of(file + ENDING);
        var options = replace
                ? new OpenOption[]{StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE}
                : new OpenOption[]{StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            return Files.writeString(there, JSON.writeValueAsString(tree(workspace)) + "\n", options);
        } catch (FileAlreadyExistsException _) {
            throw new Problem(ErrorCode.ALREADY_THERE, there);
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, there);
        }
    }

    private static JsonNode tree(Workspace workspace) {
        var tree = JSON.createObjectNode().put("format", FORMAT);
        switch (workspace) {
            case Workspace.Local local -> tree.put("kind", LOCAL).put("name", local.name());
            case Workspace.Team team -> {
                var hosts = tree.put("kind", TEAM).put("name", team.name()).putArray("hosts");
                team.hosts().forEach(
                        host -> hosts.add(new Host(WorkspaceLink.ascii(host.name()), host.port()).toString()));
                tree.put("database", team.database()).put("tls", TLS);
                var certificates = certificates(team);
                if (certificates != null) {
                    tree.put("certificates", certificates);
                }
            }
        }
        return tree;
    }

    /** The certificates alone: a key that stands in the same file stays here. */
    private static @Nullable String certificates(Workspace.Team team) {
        var file = team.certificate();
        if (file == null) {
            return null;
        }
        try {
            var found = Pem.certificates(Files.readString(file));
            if (found.isEmpty()) {
                throw new Problem(ErrorCode.CERTIFICATE_UNREADABLE, file);
            }
            return Pem.text(found);
        } catch (IOException e) {
            throw new Problem(ErrorCode.CERTIFICATE_UNREADABLE, e, file);
        }
    }

    private static Problem unreadable(Path file, String why, @Nullable Throwable cause) {
        return new Problem(ErrorCode.LINK_UNREADABLE, cause, String.valueOf(file.getFileName()),
                Messages.get("workspace.link.bad." + why));
    }
}
