package dev.rackside.backup.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.TestFolders;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class AgentServicesTest {

    private static final List<String> COMMAND = List.of("/opt/Rackside & Co/bin/rackside", "agent", "run",
            "--workspace", "Ana's \"100 %\" $HOME\\");

    private final Path home = TestFolders.fresh("agent-services");
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void delete() {
        TestFolders.delete(home);
    }

    private AgentService service(String system) {
        return AgentServices.of(system, Map.of("XDG_CONFIG_HOME", home.resolve("xdg").toString(), "USERDOMAIN", "MSP",
                "USERNAME", "ana"), home, home.resolve("config"), command -> {
                    asked.add(String.join(" ", command));
                    return "";
                });
    }

    @ParameterizedTest
    @CsvSource({"Linux,rackside-agent.service,xdg/systemd/user/rackside-agent.service,UTF-8",
            "Mac OS X,dev.rackside.agent.plist,Library/LaunchAgents/dev.rackside.agent.plist,UTF-8",
            "Windows 11,agent-task.xml,config/agent-task.xml,UTF-16"})
    void whatTheSystemReadsIsWrittenAndTakenAway(String system, String expected, String place, String charset)
            throws Exception {
        var service = service(system);
        service.install(COMMAND);
        assertThat(service.file()).isEqualTo(home.resolve(place));
        var written = Files.readString(service.file(), Charset.forName(charset));
        assertThat(written).isEqualTo(expected(expected));
        if (written.startsWith("<?xml")) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            assertThat(factory.newDocumentBuilder().parse(new InputSource(new StringReader(written)))
                    .getDocumentElement().getTextContent()).contains("100 %").contains("/opt/Rackside & Co/");
        }
        assertThat(service.installed()).isTrue();
        service.remove();
        assertThat(service.installed()).isFalse();
        assertThat(asked).isEqualTo(switch (system) {
            case "Linux" -> List.of("systemctl --user daemon-reload",
                    "systemctl --user enable --now rackside-agent.service",
                    "systemctl --user disable --now rackside-agent.service", "systemctl --user daemon-reload");
            case "Mac OS X" -> List.of("launchctl load -w " + service.file(), "launchctl unload -w " + service.file());
            default -> List.of("schtasks /Create /TN Rackside agent /XML " + service.file() + " /F",
                    "schtasks /Run /TN Rackside agent", "schtasks /End /TN Rackside agent",
                    "schtasks /Delete /TN Rackside agent /F");
        });
        service.remove();
        assertThat(asked).as("nothing is there to remove").hasSizeLessThan(5);
    }

    private static String expected(String name) throws IOException {
        try (var file = Objects.requireNonNull(AgentServicesTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aSystemWithoutTheToolIsToldAndTheFileIsThere() {
        var service = AgentServices.of("Linux", Map.of(), home, home, _ -> SystemTool.here()
                .run(List.of("rackside-has-no-such-tool")));
        assertThatThrownBy(() -> service.install(COMMAND)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.AGENT_TOOL);
            assertThat(problem.arguments().getFirst()).isEqualTo("rackside-has-no-such-tool");
        });
        assertThat(home.resolve(".config/systemd/user/rackside-agent.service")).exists();
        assertThatThrownBy(service::remove).isInstanceOf(Problem.class);
        assertThat(service.installed()).as("gone all the same").isFalse();
    }

    @Test
    void aToolThatRefusesIsToldInItsOwnWords() {
        assertThatThrownBy(() -> SystemTool.here().run(List.of("sh", "-c", "echo no bus; exit 1")))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.arguments()).isEqualTo(List.of("sh", "no bus")));
        assertThat(SystemTool.here().run(List.of("sh", "-c", "echo well"))).isEqualTo("well");
    }
}
