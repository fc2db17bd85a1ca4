package dev.rackside.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.instance.Instance.Begun;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of one workstation, each with its real socket. */
class InstanceTest {

    private static final Start LAST = new Start(null, false, false);
    private static final Workspace.Team TEAM = new Workspace.Team("Our team",
            List.of(new Host("db1.example", 3306)), "msp", "mara", null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;
    @SuppressWarnings("NullAway.Init")
    private Places places;
    @SuppressWarnings("NullAway.Init")
    private Workspaces workspaces;
    private final List<Instance> windows = new ArrayList<>();

    @BeforeEach
    void twoWorkspaces() {
        places = Places.below(home);
        workspaces = new Workspaces(places);
        workspaces.keep(workspaces.newLocal("Desk", "mara"));
        workspaces.keep(TEAM);
        workspaces.opened(TEAM);
    }

    @AfterEach
    void closeAll() {
        windows.forEach(Instance::close);
    }

    @Test
    void secondStartOfAWorkspaceIsHandedOver() {
        var taken = new CopyOnWriteArrayList<Start>();
        window(named("Desk")).receive(taking(taken));
        assertThat(begin(named("desk"))).isEqualTo(new Begun.There("Desk"));
        assertThat(taken).containsExactly(named("desk"));
    }

    @Test
    void otherWorkspaceHasAWindowOfItsOwn() {
        window(named("Desk"));
        assertThat(begin(named("Our team"))).isInstanceOf(Begun.Here.class);
        assertThat(begin(new Start(null, true, false))).isInstanceOf(Begun.Here.class);
        assertThat(begin(new Start(null, false, true))).isInstanceOf(Begun.Here.class);
        assertThat(begin(named("Nowhere"))).isInstanceOf(Begun.Here.class);
        assertThat(begin(named("Nowhere"))).isInstanceOf(Begun.Here.class);
    }

    @Test
    void lastWorkspaceIsFoundByWhatTheFileSaysNow() {
        window(LAST);
        assertThat(begin(LAST)).isEqualTo(new Begun.There("Our team"));
        workspaces.opened(workspaces.newLocal("Desk", "mara"));
        windows.getFirst().occupy("Our team");
        assertThat(begin(named("our team"))).isEqualTo(new Begun.There("Our team"));
        assertThat(begin(LAST)).isInstanceOf(Begun.Here.class);
    }

    @Test
    void windowThatSwitchesIsAskedForWhatItHasNow() {
        var window = window(named("Desk"));
        window.occupy("Our team");
        assertThat(begin(named("Our team"))).isEqualTo(new Begun.There("Our team"));
        assertThat(begin(named("Desk"))).isInstanceOf(Begun.Here.class);
    }

    @Test
    void linkGoesToTheWindowThatHasItsWorkspace() {
        var link = LinkFile.write(TEAM, home.resolve("team.rackside"), false);
        var taken = new CopyOnWriteArrayList<Start>();
        window(LAST).receive(taking(taken));
        var start = new Start(null, false, false, link);
        assertThat(begin(start)).isEqualTo(new Begun.There("Our team"));
        assertThat(taken).containsExactly(start);
    }

    @Test
    void linkToAnUnknownTeamGoesToAWindowWithoutAWorkspaceAlone() {
        var stranger = new Workspace.Team("Theirs", List.of(new Host("db9.example", 3306)), "msp", "who", null);
        var start = new Start(null, false, false, LinkFile.write(stranger, home.resolve("x.rackside"), false));
        var window = window(named("Desk"));
        var another = begin(start);
        assertThat(another).isInstanceOf(Begun.Here.class);
        ((Begun.Here) another).instance().close();
        window.occupy(null);
        assertThat(begin(start)).isEqualTo(new Begun.There(""));
    }

    @Test
    void whatComesBeforeTheWindowIsThereIsKeptForIt() {
        var window = window(named("Desk"));
        assertThat(begin(named("Desk"))).isEqualTo(new Begun.There("Desk"));
        var taken = new CopyOnWriteArrayList<Start>();
        window.receive(taking(taken));
        assertThat(taken).containsExactly(named("Desk"));
    }

    @Test
    void ofStartsAtOneMomentOneOpens() throws Exception {
        var together = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Begun> start = () -> {
                together.await();
                return begin(named("Desk"));
            };
            var begun = new ArrayList<Begun>();
            for (Future<Begun> each : threads.invokeAll(java.util.Collections.nCopies(8, start))) {
                begun.add(each.get());
            }
            assertThat(begun).filteredOn(Begun.Here.class::isInstance).hasSize(1);
        }
    }

    @Test
    void socketOfAKilledWindowIsTakenAway() throws IOException {
        var window = window(named("Desk"));
        awaitSockets(1);
        var left = sockets().getFirst();
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(left.resolveSibling("00000000.sock")));
        }
        window.close();
        assertThat(sockets()).hasSize(1);
        assertThat(begin(named("Desk"))).isInstanceOf(Begun.Here.class);
        awaitSockets(1);
        assertThat(sockets()).doesNotContain(left.resolveSibling("00000000.sock"));
    }

    @Test
    void windowThatHangsIsWaitedForTwoSecondsAtMost() throws IOException {
        window(named("Desk")).receive((_, _) -> {
            // Its own thread never comes to it.
        });
        awaitSockets(1);
        try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(sockets().getFirst().resolveSibling("11111111.sock")));
            var before = System.nanoTime();
            assertThat(begin(named("Desk"))).isInstanceOf(Begun.Here.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2800));
            assertThat(sockets()).as("a living one keeps its socket").hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void windowBesideAHungOneIsFoundAllTheSame() throws IOException {
        window(named("Desk"));
        awaitSockets(1);
        try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(sockets().getFirst().resolveSibling("00000000.sock")));
            assertThat(begin(named("Desk"))).isEqualTo(new Begun.There("Desk"));
        }
    }

    @Test
    void workspaceOfAnotherWindowIsNotClaimed() {
        var taken = new CopyOnWriteArrayList<Start>();
        window(named("Desk")).receive(taking(taken));
        var other = window(named("Our team"));
        other.claim("Our team");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> other.claim("Desk")).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.WORKSPACE_IN_USE);
            assertThat(problem.arguments()).containsExactly("Desk", Long.toString(ProcessHandle.current().pid()));
        });
        assertThat(taken).containsExactly(named("Desk"));
        Instance.alone(places).claim("Desk");
    }

    @Test
    void whatIsNoQuestionGetsNoAnswerAndTheWindowGoesOn() throws IOException {
        window(named("Desk"));
        awaitSockets(1);
        for (var bytes : List.of(new byte[0], new byte[]{1, 2, 3},
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[]{0x52, 0x61, 0x63, 0x6b, 1, 0x7f, 0, 0, 0},
                new byte[]{0x52, 0x61, 0x63, 0x6b, 2, 0, 0, 0, 0})) {
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(sockets().getFirst()))) {
                channel.write(ByteBuffer.wrap(bytes));
                channel.shutdownOutput();
                assertThat(channel.read(ByteBuffer.allocate(8))).isNegative();
            } catch (SocketException _) {
                // The connection was broken off, which is no answer either.
            }
        }
        assertThat(begin(named("Desk"))).isEqualTo(new Begun.There("Desk"));
    }

    @Test
    void nobodyElseMayLookIntoTheFolder() throws IOException {
        var folder = Files.createDirectories(places.config().resolve("windows"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        window(named("Desk"));
        awaitSockets(1);
        assertThat(Files.getPosixFilePermissions(sockets().getFirst().getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void folderWithALongNameHasItsSocketsElsewhere() throws IOException {
        places = Places.below(home.resolve("a-rather-long-name-of-a-folder-".repeat(4)));
        new Workspaces(places).keep(new Workspaces(places).newLocal("Desk", "mara"));
        window(named("Desk"));
        assertThat(begin(named("Desk"))).isEqualTo(new Begun.There("Desk"));
        assertThat(places.config().resolve("windows")).doesNotExist();
    }

    @Test
    void folderThatLeadsElsewhereIsNotUsed() throws IOException {
        Files.createDirectories(home.resolve("trap"));
        Files.createDirectories(places.config());
        Files.createSymbolicLink(places.config().resolve("windows"), home.resolve("trap"));
        window(named("Desk"));
        assertThat(home.resolve("trap")).isEmptyDirectory();
    }

    private static Start named(String workspace) {
        return new Start(workspace, false, false);
    }

    private static Instance.Receiver taking(List<Start> starts) {
        return (start, taken) -> {
            starts.add(start);
            taken.run();
        };
    }

    private Instance window(Start start) {
        return ((Begun.Here) begin(start)).instance();
    }

    private Begun begin(Start start) {
        var begun = Instance.begin(places, start, Duration.ZERO);
        if (begun instanceof Begun.Here here) {
            synchronized (windows) {
                windows.add(here.instance());
            }
        }
        return begun;
    }

    private List<Path> sockets() throws IOException {
        try (var files = Files.list(SocketFolder.of(places.config()).next().getParent())) {
            return files.filter(file -> file.toString().endsWith(".sock")).toList();
        }
    }

    private void awaitSockets(int many) throws IOException {
        var patience = new Patience(Duration.ofSeconds(5));
        while (sockets().size() < many && !patience.isOver()) {
            patience.pause(Duration.ofMillis(10));
        }
    }
}
