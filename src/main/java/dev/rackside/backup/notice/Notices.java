package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupSummary;
import dev.rackside.credential.SignIns;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeAction;
import dev.rackside.integration.Outside;
import dev.rackside.text.Messages;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to what is told of backups outside the window: by mail, and to Zapier's hook. Each thing that happened is
 * told once per workspace and channel, whichever of several workstations looks first; what couldn't be delivered is
 * tried again after 2, 4, 8 … minutes and at most every hour, for about a day, and stays to be seen. No call is made on
 * the screen thread.
 */
public final class Notices {

    private static final IntervalFunction AGAIN = IntervalFunction.ofExponentialBackoff(Duration.ofMinutes(2), 2,
            Duration.ofHours(1));
    /** With the waits between them this is about a day. */
    private static final int MOST_ATTEMPTS = 28;
    private static final int MOST_FAILURES = 50;
    private static final int LOOKED_AT = 200;

    private final Database database;
    private final BackupService backups;
    private final NoticeHome home;
    private final NoticeFile file;
    private final NoticeSecrets secrets;
    private final HookPost hooks;
    private final Ledger ledger;

    /**
     * @param outside the way out to hooks
     * @param vault lends the hooks that are sealed in it; null where nobody could open it
     */
    public Notices(Database database, NoticeHome home, Outside outside, @Nullable SignIns vault) {
        this.database = database;
        this.home = home;
        backups = new BackupService(database);
        file = new NoticeFile(home.folder());
        secrets = home.secrets();
        hooks = new HookPost(outside, secrets, vault);
        ledger = new Ledger(database, home.workstation());
    }

    /**
     * Looks how the backups stand, sends what wasn't told yet, and tries again what is due. Nothing is sent by a channel
     * that is off here.
     *
     * @throws Problem what the database throws, or WORKSPACE_DAMAGED; a server that takes no mail is no problem, but
     *     stands in the result
     */
    public synchronized Look look() {
        var settings = file.read();
        var sent = 0;
        if (settings.isOn(Channel.MAIL) || settings.isOn(Channel.ZAPIER)) {
            var summary = backups.summary();
            for (var channel : Channel.values()) {
                if (settings.isOn(channel)) {
                    sent += send(channel, settings, summary);
                }
            }
        }
        return new Look(sent, undelivered());
    }

    private int send(Channel channel, NoticeSettings settings, BackupSummary summary) {
        var since = channel == Channel.MAIL ? settings.mailSince() : settings.zapierSince();
        var sent = 0;
        for (var notice : ledger.takeDue(channel)) {
            sent += deliver(notice, channel, settings, summary.readAt()) ? 1 : 0;
        }
        var due = Due.of(summary, backups.failedAfter(Objects.requireNonNullElse(since, summary.readAt()),
                MOST_FAILURES), ledger.told(channel), backups::row);
        for (var alert : due) {
            if (wanted(alert, channel, settings)) {
                var claimed = ledger.claim(alert, channel);
                sent += claimed.isPresent() && deliver(claimed.get(), channel, settings, summary.readAt()) ? 1 : 0;
            }
        }
        return sent;
    }

    private static boolean wanted(BackupAlert alert, Channel channel, NoticeSettings settings) {
        return channel == Channel.MAIL
                ? mail(settings).wants(alert.kind())
                : hook(settings).wants(alert.kind());
    }

    private boolean deliver(Notice notice, Channel channel, NoticeSettings settings, Instant now) {
        try {
            var letter = Letter.of(notice, scene(), now);
            ledger.sent(notice, post(letter, channel, settings, ExchangeAction.CREATED).lacking());
            return true;
        } catch (Problem problem) {
            ledger.failed(notice, NoticeWords.why(problem), again(notice.attempt()));
            return false;
        }
    }

    /** When to try again after so many attempts; null for never. */
    static @Nullable Duration again(int attempts) {
        return attempts >= MOST_ATTEMPTS ? null : Duration.ofMillis(AGAIN.apply(attempts));
    }

    private Receipt post(Letter letter, Channel channel, NoticeSettings settings, ExchangeAction action) {
        if (channel == Channel.ZAPIER) {
            return hooks.send(letter, hook(settings), action);
        }
        var mail = mail(settings);
        if (mail.account() == null) {
            return new Smtp(mail).send(letter, null);
        }
        var password = secrets.find(Channel.MAIL).orElseThrow(() -> new Problem(ErrorCode.NOTICE_NOT_DELIVERED,
                NoticeWords.channel(Channel.MAIL), Messages.get("notice.mail.no-password", home.workstation())));
        try {
            return new Smtp(mail).send(letter, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Letter.Scene scene() {
        return Letter.Scene.of(home.workspace(), database, home.workstation());
    }

    private static MailDraft mail(NoticeSettings settings) {
        return Objects.requireNonNull(settings.mail());
    }

    private static HookDraft hook(NoticeSettings settings) {
        return Objects.requireNonNull(settings.zapier());
    }

    /**
     * Sends a notice that says that it is a test, now, and returns what was answered.
     *
     * @throws Problem why it wasn't delivered; CHANNEL_OFF
     */
    public Receipt test(Channel channel) {
        var settings = file.read();
        if (!settings.isOn(channel)) {
            throw new Problem(ErrorCode.CHANNEL_OFF, NoticeWords.channel(channel));
        }
        return post(Letter.test(UUID.randomUUID(), scene(), database.ping()), channel, settings,
                ExchangeAction.TESTED);
    }

    /** What this workstation sends. */
    public NoticeSettings settings() {
        return file.read();
    }

    /** Whether the channel's secret is known here without anybody being asked. */
    public boolean secretKnown(Channel channel) {
        var found = secrets.find(channel);
        found.ifPresent(secret -> Arrays.fill(secret, '\0'));
        return found.isPresent();
    }

    /** Whether the vault has hooks that are in use. */
    public boolean vaultHasHooks() {
        return !hooks.hooks().isEmpty();
    }

    /**
     * Sends mail from now on.
     *
     * @param password in place of the one that is known; empty to leave that. The caller wipes it
     * @return whether the password outlasts the program
     * @throws InvalidDraft where the settings break a rule
     */
    public boolean mail(MailDraft draft, Optional<char[]> password) {
        InvalidDraft.refuse(draft.violations());
        var kept = password.map(typed -> secrets.keep(Channel.MAIL, typed)).orElse(true);
        var before = file.read();
        var since = before.mailSince() == null ? database.ping() : before.mailSince();
        file.write(new NoticeSettings(draft, since, before.zapier(), before.zapierSince()));
        return kept;
    }

    /**
     * Tells the hook from now on.
     *
     * @param address a copy for when no vault is open, in place of the one that is known; empty to leave that. The
     *     caller wipes it
     * @return whether the address outlasts the program
     */
    public boolean zapier(HookDraft draft, Optional<char[]> address) {
        var kept = address.map(typed -> secrets.keep(Channel.ZAPIER, typed)).orElse(true);
        var before = file.read();
        var since = before.zapierSince() == null ? database.ping() : before.zapierSince();
        file.write(new NoticeSettings(before.mail(), before.mailSince(), draft, since));
        return kept;
    }

    /** Sends nothing any more from here; the channel's secret is forgotten. */
    public void off(Channel channel) {
        secrets.forget(channel);
        var before = file.read();
        file.write(channel == Channel.MAIL
                ? new NoticeSettings(null, null, before.zapier(), before.zapierSince())
                : new NoticeSettings(before.mail(), before.mailSince(), null, null));
    }

    /** The newest notices of all workstations, the newest first. */
    public List<Delivery> newest(int most) {
        return ledger.newest(most);
    }

    /** What nobody was told yet, of the last days. */
    public List<Delivery> undelivered() {
        return ledger.newest(LOOKED_AT).stream().filter(each -> each.state() == Delivery.State.FAILED).toList();
    }

    /** Tries now what wasn't delivered, also what was given up. */
    public Look again() {
        ledger.again();
        return look();
    }
}
