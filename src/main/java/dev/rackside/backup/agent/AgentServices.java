package dev.rackside.backup.agent;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Which kind of service this system has. */
public final class AgentServices {

    private AgentServices() {
    }

    /** @param config Rackside's folder for what a person chose */
    public static AgentService ofThisSystem(Path config) {
        return of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")), config,
                SystemTool.here());
    }

    static AgentService of(String system, Map<String, String> environment, Path home, Path config, SystemTool tool) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new WindowsTask(config, environment.getOrDefault("USERDOMAIN", ".") + "\\"
                    + environment.getOrDefault("USERNAME", ""), tool);
        }
        if (name.startsWith("mac")) {
            return new LaunchAgent(home, tool);
        }
        var settings = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return new SystemdService(settings.isBlank() ? home.resolve(".config") : Path.of(settings), tool);
    }
}
