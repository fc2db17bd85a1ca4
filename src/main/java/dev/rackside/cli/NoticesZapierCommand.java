package dev.rackside.cli;

import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.backup.notice.HookDraft;
import dev.rackside.backup.notice.Notices;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rackside notices zapier}: sets up the hook. */
@Command(name = "zapier", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Tells Zapier's hook from this workstation from now on. Its address is asked for; it is a secret, and kept in the operating system's keyring alone. In the window the vault's hooks are told while the vault is open.")
final class NoticesZapierCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--hook-stdin", description = "Read the hook's address from the next line of the input instead of asking for it.")
    private boolean hookFromInput;

    @Option(names = "--keep", description = "Ask for no address: the one in the keyring stays, or the vault alone is used.")
    private boolean keep;

    @Option(names = "--own-network", description = "The hook stands in a network of our own: its address may be a private one.")
    private boolean ownNetwork;

    @Option(names = "--events", paramLabel = "EVENT", split = ",", description = "What is told: failed, overdue, back; all of them at first.")
    private @Nullable List<Kind> events;

    @Option(names = "--json", description = "Tell the settings as one JSON object.")
    private boolean json;

    NoticesZapierCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new NoticesDesk(terminal, options).with(this::set);
    }

    private int set(Notices notices) {
        var before = Objects.requireNonNullElseGet(notices.settings().zapier(), HookDraft::blank);
        var draft = new HookDraft(NoticesTold.has(events, Kind.FAILED, before.failed()),
                NoticesTold.has(events, Kind.OVERDUE, before.overdue()),
                NoticesTold.has(events, Kind.BACK, before.back()), ownNetwork || (keep
                        && Boolean.TRUE.equals(before.ownNetwork())));
        var address = keep ? Optional.<char[]>empty() : Optional.of(address());
        try {
            var kept = notices.zapier(draft, address);
            new NoticesTold(terminal, json).show(notices);
            if (!kept) {
                terminal.progress("cli.notices.no-keyring");
            }
            return kept ? ExitCode.OK : ExitCode.PROBLEM;
        } finally {
            address.ifPresent(DatabaseOptions::wipe);
        }
    }

    private char[] address() {
        return (hookFromInput ? terminal.passwordFromInput() : terminal.password("cli.notices.hook"))
                .orElseThrow(() -> options.misused("cli.notices.hook-needed"));
    }
}
