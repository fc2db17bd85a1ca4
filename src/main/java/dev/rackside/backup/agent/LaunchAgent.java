package dev.rackside.backup.agent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A launch agent of the person's own, on macOS. */
final class LaunchAgent implements AgentService {

    static final String LABEL = "dev.rackside.agent";

    private final Path folder;
    private final SystemTool tool;

    /** @param home the person's home folder */
    LaunchAgent(Path home, SystemTool tool) {
        this.folder = home.resolve("Library").resolve("LaunchAgents");
        this.tool = tool;
    }

    @Override
    public void install(List<String> command) {
        ServiceFile.write(file(), text(command), StandardCharsets.UTF_8);
        tool.run(List.of("launchctl", "load", "-w", file().toString()));
    }

    @Override
    public void remove() {
        if (!installed()) {
            return;
        }
        try {
            tool.run(List.of("launchctl", "unload", "-w", file().toString()));
        } finally {
            ServiceFile.delete(file());
        }
    }

    @Override
    public boolean installed() {
        return Files.exists(file());
    }

    @Override
    public Path file() {
        return folder.resolve(LABEL + ".plist");
    }

    @Override
    public String hint() {
        return "";
    }

    static String text(List<String> command) {
        var words = command.stream().map(word -> "    <string>" + ServiceFile.xml(word) + "</string>")
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s
                  </array>
                  <key>RunAtLoad</key>
                  <true/>
                  <key>KeepAlive</key>
                  <dict>
                    <key>SuccessfulExit</key>
                    <false/>
                  </dict>
                  <key>ThrottleInterval</key>
                  <integer>60</integer>
                  <key>ExitTimeOut</key>
                  <integer>30</integer>
                  <key>ProcessType</key>
                  <string>Background</string>
                </dict>
                </plist>
                """.formatted(LABEL, words);
    }
}
