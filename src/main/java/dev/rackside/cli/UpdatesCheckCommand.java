package dev.rackside.cli;

import dev.rackside.settings.SettingsFile;
import dev.rackside.text.Messages;
import dev.rackside.update.Finding;
import dev.rackside.update.UpdateService;
import dev.rackside.workspace.Places;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside updates check}: asks once, now. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Asks where newer versions are announced, and believes only what is signed. Says nothing of who asks; fetches and installs nothing.", footer = {
        "", "Exit code 0: there is none newer. 30: there is one. 1: nobody knows."})
final class UpdatesCheckCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;
    private final Function<Places, UpdateService> service;

    @Option(names = "--json", description = "Tell it as one JSON object, with the files of the release.")
    private boolean json;

    UpdatesCheckCommand(Terminal terminal) {
        this(terminal, places -> new UpdateService(places.config(), BuildVersion.number()));
    }

    UpdatesCheckCommand(Terminal terminal, Function<Places, UpdateService> service) {
        this.terminal = terminal;
        this.service = service;
    }

    @Override
    public Integer call() {
        var places = Places.ofThisWorkstation();
        var own = new SettingsFile(places.config()).read().updates().address();
        var found = service.apply(places).check(own);
        terminal.say(json ? told(found) : sentence(found));
        return found.newer() ? ExitCode.NEWER : ExitCode.OK;
    }

    private static String sentence(Finding found) {
        return found.newer()
                ? Messages.get("cli.updates.newer", found.manifest().version(), found.manifest().released(),
                        found.manifest().notes())
                : Messages.get("update.none", found.running());
    }

    private static String told(Finding found) {
        var manifest = found.manifest();
        var told = JSON.createObjectNode();
        told.put("running", found.running());
        told.put("newest", manifest.version().toString());
        told.put("newer", found.newer());
        told.put("released", manifest.released().toString());
        told.put("notes", manifest.notes().toString());
        var files = told.putArray("files");
        manifest.files().forEach(file -> files.addObject().put("system", file.system()).put("name", file.name())
                .put("bytes", file.bytes()).put("sha256", file.sha256()));
        return told.toString();
    }
}
