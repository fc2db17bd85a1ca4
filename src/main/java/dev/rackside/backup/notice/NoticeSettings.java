package dev.rackside.backup.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this workstation sends of a workspace; null where a channel is off.
 *
 * @param mailSince when mail was set up: what failed long before is told by nobody
 */
public record NoticeSettings(@Nullable MailDraft mail, @Nullable Instant mailSince, @Nullable HookDraft zapier,
        @Nullable Instant zapierSince) {

    static final NoticeSettings NONE = new NoticeSettings(null, null, null, null);

    public boolean isOn(Channel channel) {
        return switch (channel) {
            case MAIL -> mail != null;
            case ZAPIER -> zapier != null;
        };
    }
}
