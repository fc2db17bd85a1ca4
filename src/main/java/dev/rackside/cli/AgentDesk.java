package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.Clockwork;
import dev.rackside.backup.SlotNotice;
import dev.rackside.backup.notice.Notices;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Outside;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One workspace of the agent's: opened, looked after, and opened again where it was lost. */
final class AgentDesk implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AgentDesk.class);
    private static final Set<Class<?>> ENTITIES = Stream.of(AccessService.ENTITIES, BackupService.ENTITIES,
            ExchangeService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Duration CHECK = Duration.ofSeconds(5);
    /** Checks from one look at the backups to the next: two minutes, as in the window. */
    private static final int NOTICE_EVERY = 24;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Places places;
    private final Passwords passwords;
    private final Workspace workspace;
    private final CountDownLatch stop;

    AgentDesk(Places places, Passwords passwords, Workspace workspace, CountDownLatch stop) {
        this.places = places;
        this.passwords = passwords;
        this.workspace = workspace;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            do {
                try (var open = open()) {
                    serve(open);
                } catch (Problem e) {
                    LOG.warn("{}: {} {}", workspace.name(), Told.what(e), Told.remedy(e));
                } catch (RuntimeException e) {
                    LOG.error("{}", workspace.name(), e);
                }
            } while (!stops(AGAIN));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stops(Duration within) throws InterruptedException {
        return stop.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private OpenWorkspace open() {
        var opener = new WorkspaceOpener(places, ENTITIES, () -> false);
        return switch (workspace) {
            case Workspace.Local local -> opener.share(local, _ -> {
            });
            case Workspace.Team team -> {
                var password = passwords.find(team)
                        .orElseThrow(() -> new Problem(ErrorCode.AGENT_NO_PASSWORD, team.name()));
                try {
                    yield opener.open(team, password, _ -> {
                    });
                } finally {
                    DatabaseOptions.wipe(password);
                }
            }
        };
    }

    private void serve(OpenWorkspace open) throws InterruptedException {
        var workshop = new BackupOptions().workshop(places, workspace.name());
        try (var clockwork = new Clockwork(open.database(), workshop, () -> open.who().username(), this::told)
                .start()) {
            // A local server's own hook must not stop it under a backup that is being put away.
            open.beforeStop(() -> {
                stop.countDown();
                clockwork.end();
            });
            LOG.info("{}: its schedules are run", workspace.name());
            watch(open);
            LOG.info("{}: told to end", workspace.name());
        }
    }

    /** Looks after the connection, and tells of the backups whoever is to be told outside a window. */
    private void watch(OpenWorkspace open) throws InterruptedException {
        var folder = new Workspaces(places).settings(workspace);
        try (var outside = new Outside(open.database(), open.who()::username)) {
            var notices = NoticesDesk.notices(open.database(), workspace.name(), folder, outside);
            var away = false;
            for (var checks = 0; !stops(CHECK); checks++) {
                away = check(open, away);
                if (!away && checks % NOTICE_EVERY == 0) {
                    tell(notices);
                }
            }
        }
    }

    private void tell(Notices notices) {
        try {
            notices.look().undelivered().forEach(each -> LOG.warn("{}: not delivered by {}: {}", workspace.name(),
                    each.channel(), each.failure()));
        } catch (Problem e) {
            LOG.warn("{}: {}", workspace.name(), Told.what(e));
        }
    }

    private boolean check(OpenWorkspace open, boolean away) {
        try {
            open.check();
            if (away) {
                LOG.info("{}: the database answers again", workspace.name());
            }
            return false;
        } catch (Problem e) {
            if (!away) {
                LOG.warn("{}: {}", workspace.name(), Told.what(e));
            }
            return true;
        }
    }

    private void told(SlotNotice notice) {
        if (notice.bad()) {
            LOG.warn("{}: {}", workspace.name(), notice.sentence());
        } else {
            LOG.info("{}: {}", workspace.name(), notice.sentence());
        }
    }
}
