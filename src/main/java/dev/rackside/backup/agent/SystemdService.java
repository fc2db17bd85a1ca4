package dev.rackside.backup.agent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A service of the person's own in systemd, on Linux. */
final class SystemdService implements AgentService {

    static final String NAME = "rackside-agent.service";

    private final Path folder;
    private final SystemTool tool;

    /** @param config the person's folder for settings, {@code ~/.config} as a rule */
    SystemdService(Path config, SystemTool tool) {
        this.folder = config.resolve("systemd").resolve("user");
        this.tool = tool;
    }

    @Override
    public void install(List<String> command) {
        ServiceFile.write(file(), text(command), StandardCharsets.UTF_8);
        tool.run(List.of("systemctl", "--user", "daemon-reload"));
        tool.run(List.of("systemctl", "--user", "enable", "--now", NAME));
    }

    @Override
    public void remove() {
        if (!installed()) {
            return;
        }
        try {
            tool.run(List.of("systemctl", "--user", "disable", "--now", NAME));
        } finally {
            ServiceFile.delete(file());
        }
        tool.run(List.of("systemctl", "--user", "daemon-reload"));
    }

    @Override
    public boolean installed() {
        return Files.exists(file());
    }

    @Override
    public Path file() {
        return folder.resolve(NAME);
    }

    @Override
    public String hint() {
        return "cli.agent.hint.linger";
    }

    static String text(List<String> command) {
        var line = command.stream().map(SystemdService::quoted).collect(Collectors.joining(" "));
        return """
                [Unit]
                Description=Rackside agent: runs the schedules of backups

                [Service]
                Type=exec
                ExecStart=%s
                Restart=on-failure
                RestartSec=60
                # Java's own status after SIGTERM
                SuccessExitStatus=143
                TimeoutStopSec=30
                UMask=0077

                [Install]
                WantedBy=default.target
                """.formatted(line);
    }

    /** Quoted for systemd, which would replace what begins with % and $. */
    private static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$") + "\"";
    }
}
