package dev.rackside.backup.ui;

import dev.rackside.backup.notice.Delivery;
import dev.rackside.backup.notice.Look;
import dev.rackside.backup.notice.NoticeWords;
import dev.rackside.backup.notice.Notices;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends what is to be told outside the window; what nobody could be told there is told in it, each once. */
public final class NoticeWatch {

    private final Notices notices;
    private final Slot looking;
    private final Consumer<Problem> tell;
    private Set<UUID> undelivered = Set.of();
    private @Nullable ErrorCode trouble;

    /** @param tell gets what isn't delivered, or why nothing can be, on the screen thread */
    public NoticeWatch(Notices notices, Background background, Consumer<Problem> tell) {
        this.notices = notices;
        this.tell = tell;
        looking = background.slot();
    }

    /** Looks now; nothing while it still looks. */
    public void look() {
        looking.once(notices::look, this::told, this::notTold);
    }

    private void told(Look look) {
        trouble = null;
        look.undelivered().stream().filter(each -> !undelivered.contains(each.id())).findFirst()
                .ifPresent(each -> tell.accept(new Problem(ErrorCode.NOTICE_NOT_DELIVERED,
                        NoticeWords.channel(each.channel()), String.valueOf(each.failure()))));
        undelivered = look.undelivered().stream().map(Delivery::id).collect(Collectors.toUnmodifiableSet());
    }

    /** While the server is away the window says so by itself, and the next look tells. */
    private void notTold(Problem problem) {
        if (!problem.code().retryable() && trouble != problem.code()) {
            trouble = problem.code();
            tell.accept(problem);
        }
    }

    /** A look that is under way isn't told any more. */
    public void stop() {
        looking.cancel();
    }
}
