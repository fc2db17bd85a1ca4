package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The workspaces that this workstation knows, in {@code workspaces.json} of the configuration folder. */
public final class Workspaces {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int LONGEST_FOLDER = 60;
    /** No folder on Windows can be called so. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private final Places places;
    private final Path file;

    public Workspaces(Places places) {
        this.places = places;
        this.file = places.config().resolve("workspaces.json");
    }

    /** As they stand in the file; a kind is told by which of the two lists holds it. */
    private record Stored(List<StoredLocal> local, List<StoredTeam> team, @Nullable String last) {}

    private record StoredLocal(String name, String directory, String owner) {}

    private record StoredTeam(String name, List<StoredHost> hosts, String database, String account,
            @Nullable String certificate) {}

    private record StoredHost(String name, int port) {}

    /**
     * All workspaces, local ones first.
     *
     * @throws Problem WORKSPACE_DAMAGED where the file can't be read; it is left as it is
     */
    public List<Workspace> all() {
        var stored = read();
        var all = new ArrayList<Workspace>();
        for (var local : stored.local()) {
            all.add(new Workspace.Local(local.name(), Path.of(local.directory()), local.owner()));
        }
        for (var team : stored.team()) {
            var hosts = team.hosts().stream().map(host -> new DatabaseAddress.Host(host.name(), host.port())).toList();
            all.add(new Workspace.Team(team.name(), hosts, team.database(), team.account(),
                    team.certificate() == null ? null : Path.of(team.certificate())));
        }
        return all;
    }

    public Optional<Workspace> named(String name) {
        return all().stream().filter(workspace -> workspace.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The workspace that was opened last. */
    public Optional<Workspace> last() {
        var last = read().last();
        return last == null ? Optional.empty() : named(last);
    }

    /** Where a new local workspace of that name would keep its data: a folder that no other workspace has. */
    public Workspace.Local newLocal(String name, String owner) {
        var folder = folder(name);
        var parent = places.data().resolve("workspaces");
        var directory = parent.resolve(folder);
        for (var number = 2; isTaken(directory); number++) {
            directory = parent.resolve(folder + "-" + number);
        }
        return new Workspace.Local(name.strip(), directory, owner);
    }

    /** Where this workstation keeps what a person chose in a workspace; no two have the same. */
    public Path settings(Workspace workspace) {
        var name = workspace.name().strip().toLowerCase(Locale.ROOT);
        return places.config().resolve("workspaces").resolve(plain(name) + "-" + Integer.toHexString(name.hashCode()));
    }

    /** Where the certificates lie that came with links. */
    Path certificates() {
        return places.config().resolve("certificates");
    }

    private static String folder(String name) {
        var plain = plain(name);
        if (plain.isEmpty()) {
            return "workspace";
        }
        return DEVICE.matcher(plain).matches() ? "workspace-" + plain : plain;
    }

    /** What of a name every file system takes: plain letters and digits, and not many; may be empty. */
    private static String plain(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return letters.substring(0, Math.min(letters.length(), LONGEST_FOLDER)).replaceAll("^-|-$", "");
    }

    private boolean isTaken(Path directory) {
        return all().stream().anyMatch(known -> known instanceof Workspace.Local local
                && local.directory().equals(directory));
    }

    /** Keeps a workspace; one of the same name is replaced. */
    public void keep(Workspace workspace) {
        var all = new ArrayList<>(all());
        all.removeIf(known -> known.name().equalsIgnoreCase(workspace.name()));
        all.add(workspace);
        write(all, read().last());
    }

    /** Remembers which workspace to open next time. */
    public void opened(Workspace workspace) {
        write(all(), workspace.name());
    }

    /** Forgets a workspace; its data stay where they are. */
    public void forget(Workspace workspace) {
        var all = new ArrayList<>(all());
        all.removeIf(known -> known.name().equalsIgnoreCase(workspace.name()));
        var last = read().last();
        write(all, workspace.name().equalsIgnoreCase(last) ? null : last);
    }

    private Stored read() {
        if (!Files.exists(file)) {
            return new Stored(List.of(), List.of(), null);
        }
        try {
            return JSON.readValue(Files.readString(file), Stored.class);
        } catch (IOException | JacksonException e) {
            throw new Problem(ErrorCode.WORKSPACE_DAMAGED, e, file);
        }
    }

    private void write(List<Workspace> all, @Nullable String last) {
        var local = new ArrayList<StoredLocal>();
        var team = new ArrayList<StoredTeam>();
        for (var workspace : all) {
            switch (workspace) {
                case Workspace.Local here -> local.add(
                        new StoredLocal(here.name(), here.directory().toString(), here.owner()));
                case Workspace.Team there -> team.add(stored(there));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            var next = Files.createTempFile(file.getParent(), "workspaces", ".tmp");
            Files.writeString(next, JSON.writeValueAsString(new Stored(local, team, last)));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Problem(ErrorCode.NOT_WRITABLE, e, file);
        }
    }

    private static StoredTeam stored(Workspace.Team team) {
        var hosts = team.hosts().stream().map(host -> new StoredHost(host.name(), host.port())).toList();
        var certificate = team.certificate();
        return new StoredTeam(team.name(), hosts, team.database(), team.account(),
                certificate == null ? null : certificate.toString());
    }
}
