package dev.rackside.cli;

import dev.rackside.workspace.Places;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this very program is started by somebody else. */
final class AgentProgram {

    private AgentProgram() {
    }

    /** The agent's command line for these workspaces. */
    static List<String> command(List<String> workspaces) {
        return command(System.getProperties(), workspaces);
    }

    static List<String> command(Properties system, List<String> workspaces) {
        var command = new ArrayList<>(program(system));
        command.addAll(List.of("agent", "run"));
        workspaces.forEach(name -> command.addAll(List.of("--workspace", name)));
        return command;
    }

    /** The installed program's own launcher; from a checkout, Java with what it was started with. */
    private static List<String> program(Properties system) {
        var launcher = system.getProperty("jpackage.app-path");
        if (launcher != null) {
            return List.of(launcher);
        }
        var java = new ArrayList<>(List.of(Path.of(system.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        var home = system.getProperty(Places.HOME_PROPERTY, System.getenv().getOrDefault("RACKSIDE_HOME", ""));
        if (!home.isBlank()) {
            java.add("-D" + Places.HOME_PROPERTY + "=" + Path.of(home).toAbsolutePath());
        }
        var path = Stream.of(system.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(each -> !each.isBlank()).map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        java.addAll(List.of("-cp", path, "dev.rackside.Main"));
        return java;
    }
}
