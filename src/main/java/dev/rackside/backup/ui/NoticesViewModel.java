package dev.rackside.backup.ui;

import dev.rackside.backup.notice.Channel;
import dev.rackside.backup.notice.Delivery;
import dev.rackside.backup.notice.HookDraft;
import dev.rackside.backup.notice.MailDraft;
import dev.rackside.backup.notice.NoticeSettings;
import dev.rackside.backup.notice.NoticeWords;
import dev.rackside.backup.notice.Notices;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Who is told of backups outside the window, and what became of it. */
final class NoticesViewModel {

    private static final int NEWEST = 100;

    private final Notices notices;
    private final Slot reading;
    private final Slot acting;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();

    /**
     * What the page shows.
     *
     * @param password whether the mail account's is known here
     * @param address whether a copy of the hook's is
     * @param vault whether the vault has hooks in use
     */
    record Shown(NoticeSettings settings, boolean password, boolean address, boolean vault,
            List<Delivery> deliveries) {

        boolean undelivered() {
            return deliveries.stream().anyMatch(each -> each.state() == Delivery.State.FAILED);
        }
    }

    NoticesViewModel(Background background, Notices notices) {
        this.notices = notices;
        reading = background.slot();
        acting = background.slot();
    }

    void read() {
        reading.run(this::look, shown::set, _ -> {
        });
    }

    private Shown look() {
        return new Shown(notices.settings(), notices.secretKnown(Channel.MAIL), notices.secretKnown(Channel.ZAPIER),
                notices.vaultHasHooks(), notices.newest(NEWEST));
    }

    /**
     * Sends mail from now on.
     *
     * @param password typed in place of the known one, empty to leave that; taken over and wiped
     * @param said what came of it, in a sentence
     */
    void mail(MailDraft draft, char[] password, Consumer<String> said, Consumer<Problem> refused) {
        save(() -> notices.mail(draft, typed(password)), password, said, refused);
    }

    /** The same for the hook. */
    void zapier(HookDraft draft, char[] address, Consumer<String> said, Consumer<Problem> refused) {
        save(() -> notices.zapier(draft, typed(address)), address, said, refused);
    }

    private void save(java.util.function.BooleanSupplier save, char[] secret, Consumer<String> said,
            Consumer<Problem> refused) {
        var taken = acting.once(() -> {
            try {
                return save.getAsBoolean();
            } finally {
                Arrays.fill(secret, '\0');
            }
        }, kept -> {
            said.accept(Messages.get(kept ? "notice.saved" : "notice.saved.not-kept"));
            read();
        }, refused);
        if (!taken) {
            Arrays.fill(secret, '\0');
        }
    }

    private static Optional<char[]> typed(char[] secret) {
        return secret.length == 0 ? Optional.empty() : Optional.of(secret);
    }

    /** Sends a test and says what was answered, or why nobody got it. */
    void test(Channel channel, Consumer<String> said, Consumer<Problem> refused) {
        acting.once(() -> notices.test(channel), receipt -> said.accept(receipt.lacking() == null
                ? Messages.get("notice.tested", NoticeWords.channel(channel), receipt.answer())
                : receipt.lacking()), refused);
    }

    void off(Channel channel, Consumer<String> said, Consumer<Problem> refused) {
        acting.once(() -> {
            notices.off(channel);
            return true;
        }, _ -> {
            said.accept("");
            read();
        }, refused);
    }

    /** Tries now what nobody was told yet. */
    void again(Consumer<Problem> refused) {
        acting.once(notices::again, _ -> read(), refused);
    }

    BooleanExpression busy() {
        return acting.busy();
    }

    /** Null until it is read. */
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Why it can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
