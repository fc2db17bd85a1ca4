package dev.rackside.backup.agent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A task of the person's own in Windows' Task Scheduler. */
final class WindowsTask implements AgentService {

    static final String NAME = "Rackside agent";

    private final Path folder;
    private final String person;
    private final SystemTool tool;

    /**
     * @param folder where the task's description is kept
     * @param person the account that it runs as, with its domain
     */
    WindowsTask(Path folder, String person, SystemTool tool) {
        this.folder = folder;
        this.person = person;
        this.tool = tool;
    }

    @Override
    public void install(List<String> command) {
        // schtasks reads nothing but UTF-16, with its mark in front.
        ServiceFile.write(file(), '\uFEFF' + text(command, person), StandardCharsets.UTF_16LE);
        tool.run(List.of("schtasks", "/Create", "/TN", NAME, "/XML", file().toString(), "/F"));
        tool.run(List.of("schtasks", "/Run", "/TN", NAME));
    }

    @Override
    public void remove() {
        if (!installed()) {
            return;
        }
        try {
            tool.run(List.of("schtasks", "/End", "/TN", NAME));
            tool.run(List.of("schtasks", "/Delete", "/TN", NAME, "/F"));
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
        return folder.resolve("agent-task.xml");
    }

    @Override
    public String hint() {
        return "cli.agent.hint.signed-in";
    }

    static String text(List<String> command, String person) {
        var arguments = command.stream().skip(1).map(WindowsTask::quoted).collect(Collectors.joining(" "));
        return """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo>
                    <Description>Rackside agent: runs the schedules of backups</Description>
                  </RegistrationInfo>
                  <Triggers>
                    <LogonTrigger>
                      <Enabled>true</Enabled>
                      <UserId>%1$s</UserId>
                    </LogonTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <UserId>%1$s</UserId>
                      <LogonType>InteractiveToken</LogonType>
                      <RunLevel>LeastPrivilege</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
                    <RestartOnFailure>
                      <Interval>PT1M</Interval>
                      <Count>255</Count>
                    </RestartOnFailure>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%2$s</Command>
                      <Arguments>%3$s</Arguments>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(ServiceFile.xml(person), ServiceFile.xml(command.getFirst()), ServiceFile.xml(arguments));
    }

    /** As Windows takes a command line apart: backslashes count only before a quote. */
    private static String quoted(String word) {
        return "\"" + word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + "\"";
    }
}
