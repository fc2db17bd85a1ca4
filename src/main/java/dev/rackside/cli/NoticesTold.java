package dev.rackside.cli;

import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.notice.Channel;
import dev.rackside.backup.notice.Delivery;
import dev.rackside.backup.notice.HookDraft;
import dev.rackside.backup.notice.MailDraft;
import dev.rackside.backup.notice.NoticeWords;
import dev.rackside.backup.notice.Notices;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells in a terminal what is sent to whom, and what became of it. */
final class NoticesTold {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NEWEST = 20;

    private final Terminal terminal;
    private final boolean json;

    NoticesTold(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void show(Notices notices) {
        var settings = notices.settings();
        var newest = notices.newest(NEWEST);
        if (json) {
            var told = JSON.createObjectNode();
            mail(told, settings.mail(), notices.secretKnown(Channel.MAIL));
            zapier(told, settings.zapier(), notices.secretKnown(Channel.ZAPIER));
            told.put("undelivered", notices.undelivered().size());
            var rows = told.putArray("notices");
            newest.forEach(row -> add(rows.addObject(), row));
            terminal.say(told.toString());
            return;
        }
        var mail = settings.mail();
        terminal.say(mail == null
                ? Messages.get("cli.notices.mail-off")
                : Messages.get("cli.notices.mail", String.join(", ", mail.each()),
                        String.valueOf(mail.host()) + ":" + mail.port(),
                        kinds(mail.failed(), mail.overdue(), mail.back())));
        var hook = settings.zapier();
        terminal.say(hook == null
                ? Messages.get("cli.notices.zapier-off")
                : Messages.get("cli.notices.zapier", kinds(hook.failed(), hook.overdue(), hook.back()),
                        Messages.get(notices.secretKnown(Channel.ZAPIER)
                                ? "cli.notices.kept"
                                : "cli.notices.vault-only")));
        newest.forEach(row -> terminal.say(line(row)));
        if (newest.isEmpty()) {
            terminal.progress("cli.notices.none");
        }
    }

    private static String line(Delivery row) {
        var line = "%-20s  %-13s  %-6s  %s".formatted(row.created().truncatedTo(ChronoUnit.SECONDS),
                NoticeWords.state(row.state()), NoticeWords.channel(row.channel()), row.alert().sentence());
        return row.failure() == null ? line : line + "  — " + row.failure();
    }

    private static String kinds(@Nullable Boolean failed, @Nullable Boolean overdue, @Nullable Boolean back) {
        return chosen(failed, overdue, back).map(NoticeWords::kind).collect(Collectors.joining(", "));
    }

    private static Stream<BackupAlert.Kind> chosen(@Nullable Boolean failed, @Nullable Boolean overdue,
            @Nullable Boolean back) {
        return Stream.of(BackupAlert.Kind.values()).filter(kind -> Boolean.TRUE.equals(switch (kind) {
            case FAILED -> failed;
            case OVERDUE -> overdue;
            case BACK -> back;
        }));
    }

    private static void mail(ObjectNode told, @Nullable MailDraft mail, boolean password) {
        if (mail == null) {
            told.putNull("mail");
            return;
        }
        var one = told.putObject("mail").put("server", mail.host()).put("port", mail.port())
                .put("security", mail.security().text()).put("login", mail.account())
                .put("passwordKept", password).put("from", mail.sender()).put("authority", mail.certificate());
        mail.each().forEach(one.putArray("to")::add);
        events(one, mail.failed(), mail.overdue(), mail.back());
    }

    private static void zapier(ObjectNode told, @Nullable HookDraft hook, boolean address) {
        if (hook == null) {
            told.putNull("zapier");
            return;
        }
        events(told.putObject("zapier").put("addressKept", address).put("ownNetwork",
                Boolean.TRUE.equals(hook.ownNetwork())), hook.failed(), hook.overdue(), hook.back());
    }

    private static void events(ObjectNode one, @Nullable Boolean failed, @Nullable Boolean overdue,
            @Nullable Boolean back) {
        var events = one.putArray("events");
        chosen(failed, overdue, back).map(Coded::code).forEach(events::add);
    }

    private static void add(ObjectNode told, Delivery row) {
        told.put("id", row.id().toString()).put("kind", Coded.code(row.alert().kind()))
                .put("subject", row.alert().subject()).put("sentence", row.alert().sentence())
                .put("channel", Coded.code(row.channel())).put("state", Coded.code(row.state()))
                .put("workstation", row.workstation()).put("attempts", row.attempts())
                .put("createdAt", row.created().toString()).put("sentAt", text(row.sent()))
                .put("nextAttemptAt", text(row.nextAttempt())).put("failure", row.failure());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    /** What a server answered to a test; {@code lacking} is what it didn't do all the same. */
    void tested(Channel channel, String answer, @Nullable String lacking) {
        if (json) {
            terminal.say(JSON.createObjectNode().put("channel", Coded.code(channel)).put("delivered", true)
                    .put("answer", answer).put("lacking", lacking).toString());
            return;
        }
        terminal.say(Messages.get("notice.tested", NoticeWords.channel(channel), answer));
        if (lacking != null) {
            terminal.say(lacking);
        }
    }

    void notDelivered(Channel channel, String what) {
        if (json) {
            terminal.say(JSON.createObjectNode().put("channel", Coded.code(channel)).put("delivered", false)
                    .put("reason", what).toString());
        }
    }

    /** Whether an event is among those that were named; where none was, whether it is told already. */
    static boolean has(@Nullable List<BackupAlert.Kind> events, BackupAlert.Kind kind, @Nullable Boolean before) {
        return events == null ? Boolean.TRUE.equals(before) : events.contains(kind);
    }
}
