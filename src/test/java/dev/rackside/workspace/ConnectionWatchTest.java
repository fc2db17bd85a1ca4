package dev.rackside.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.db.TestServer;
import dev.rackside.fx.Background;
import dev.rackside.workspace.ui.ConnectionWatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class ConnectionWatchTest {

    @Test
    void lostConnectionIsSeenAndMendsItselfWhenTheServerIsBack() throws Exception {
        try (var server = TlsServer.start(TestServer.program(), "watched-team")) {
            var team = new Workspace.Team("Team", List.of(server.host("127.0.0.1")), "msp", "mara", null);
            var opener = new WorkspaceOpener(Places.below(Path.of("target", "watched")), AccessService.ENTITIES,
                    () -> false);
            try (var open = opener.open(team, TlsServer.PASSWORD.toCharArray(), _ -> {
            })) {
                var background = Background.direct();
                var watch = new ConnectionWatch(background, open);
                background.tick();
                assertThat(watch.answering().get()).isTrue();
                server.kill();
                background.tick();
                assertThat(watch.answering().get()).isFalse();
                server.restart();
                background.tick();
                assertThat(watch.answering().get()).isTrue();
                watch.stop();
            }
        }
    }
}
