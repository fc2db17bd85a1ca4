package dev.rackside.cli;

import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.backup.notice.Channel;
import dev.rackside.backup.notice.MailDraft;
import dev.rackside.backup.notice.MailSecurity;
import dev.rackside.backup.notice.Notices;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rackside notices mail}: sets up mail. */
@Command(name = "mail", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Sends mail from this workstation from now on. What isn't named stays as it was. The password of --login is asked for, and kept in the operating system's keyring alone.")
final class NoticesMailCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--server", paramLabel = "HOST", description = "The mail server.")
    private @Nullable String server;

    @Option(names = "--server-port", paramLabel = "PORT", description = "Its port; 587 for STARTTLS and 465 for TLS as a rule.")
    private @Nullable Integer serverPort;

    @Option(names = "--security", paramLabel = "HOW", description = "starttls or tls; mail is never sent without.")
    private @Nullable MailSecurity security;

    @Option(names = "--login", paramLabel = "NAME", description = "The account to sign in to the mail server with; an empty one for none.")
    private @Nullable String login;

    @Option(names = "--login-password-stdin", description = "Read the mail account's password from the next line of the input instead of asking for it.")
    private boolean passwordFromInput;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Who sends.")
    private @Nullable String sender;

    @Option(names = "--to", paramLabel = "ADDRESS", split = ",", description = "Who is told; several with commas between them.")
    private @Nullable List<String> recipients;

    @Option(names = "--authority", paramLabel = "FILE", description = "A PEM file of an authority to trust beside the usual ones.")
    private @Nullable Path authority;

    @Option(names = "--events", paramLabel = "EVENT", split = ",", description = "What is told: failed, overdue, back; all of them at first.")
    private @Nullable List<Kind> events;

    @Option(names = "--json", description = "Tell the settings as one JSON object.")
    private boolean json;

    NoticesMailCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new NoticesDesk(terminal, options).with(this::set);
    }

    private int set(Notices notices) {
        var draft = draft(Objects.requireNonNullElseGet(notices.settings().mail(), MailDraft::blank));
        draft.violations().stream().findFirst().ifPresent(broken -> {
            throw options.misused("cli.notices.incomplete", Messages.get("notice.field." + broken.field()),
                    Messages.get(broken.key(), broken.arguments().toArray()));
        });
        var password = draft.account() == null ? Optional.<char[]>empty() : password(notices, draft);
        try {
            var kept = notices.mail(draft, password);
            new NoticesTold(terminal, json).show(notices);
            if (!kept) {
                terminal.progress("cli.notices.no-keyring");
            }
            return kept ? ExitCode.OK : ExitCode.PROBLEM;
        } finally {
            password.ifPresent(DatabaseOptions::wipe);
        }
    }

    private MailDraft draft(MailDraft before) {
        var account = login == null ? before.account() : login.isBlank() ? null : login.strip();
        return new MailDraft(server == null ? before.host() : server,
                serverPort == null ? before.port() : serverPort,
                security == null ? before.security() : Coded.of(security), account,
                sender == null ? before.sender() : sender,
                recipients == null ? before.recipients() : String.join(", ", recipients),
                authority == null ? before.certificate() : authority.toAbsolutePath().toString(),
                NoticesTold.has(events, Kind.FAILED, before.failed()),
                NoticesTold.has(events, Kind.OVERDUE, before.overdue()),
                NoticesTold.has(events, Kind.BACK, before.back()));
    }

    /** Asked for where none is known, or where the account is named. */
    private Optional<char[]> password(Notices notices, MailDraft draft) {
        if (login == null && !passwordFromInput && notices.secretKnown(Channel.MAIL)) {
            return Optional.empty();
        }
        return Optional.of((passwordFromInput
                ? terminal.passwordFromInput()
                : terminal.password("cli.notices.password", String.valueOf(draft.account()),
                        String.valueOf(draft.host())))
                .orElseThrow(() -> options.misused("cli.notices.password-needed")));
    }
}
