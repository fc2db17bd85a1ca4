package dev.rackside.backup.notice;

import dev.rackside.credential.Connection;
import dev.rackside.credential.SignIns;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.hook.HookCall;
import dev.rackside.integration.Call;
import dev.rackside.integration.ExchangeAction;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells Zapier's hooks: those of the vault while it is open, else the one whose address the keyring has. */
final class HookPost {

    private final HookCall hook;
    private final NoticeSecrets secrets;
    private final @Nullable SignIns vault;

    /** @param vault null where nobody could open one */
    HookPost(Outside outside, NoticeSecrets secrets, @Nullable SignIns vault) {
        hook = new HookCall(outside);
        this.secrets = secrets;
        this.vault = vault;
    }

    /** @throws Problem NO_CREDENTIAL, VAULT_LOCKED, or what the way out throws */
    Receipt send(Letter letter, HookDraft settings, ExchangeAction action) {
        var about = new Call.About(action, null, null, letter.id().toString(), null);
        try {
            var byVault = byVault(letter, about);
            return byVault.isPresent() ? byVault.get() : byKeyring(letter, settings, about);
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.VAULT_LOCKED || secrets.find(Channel.ZAPIER).isEmpty()) {
                throw problem;
            }
            return byKeyring(letter, settings, about);
        }
    }

    private Optional<Receipt> byVault(Letter letter, Call.About about) {
        var known = hooks();
        Receipt last = null;
        for (var each : known) {
            last = signIns().with(each.id(), signIn -> receipt(letter, HookCall.Target.of(signIn), about));
        }
        return Optional.ofNullable(last);
    }

    private Receipt byKeyring(Letter letter, HookDraft settings, Call.About about) {
        var address = secrets.find(Channel.ZAPIER)
                .orElseThrow(() -> new Problem(ErrorCode.NO_CREDENTIAL, NoticeWords.channel(Channel.ZAPIER)));
        try {
            return receipt(letter, HookCall.Target.at(address, Boolean.TRUE.equals(settings.ownNetwork())),
                    about);
        } finally {
            Arrays.fill(address, '\0');
        }
    }

    private Receipt receipt(Letter letter, HookCall.Target target, Call.About about) {
        return new Receipt(
                Messages.get("notice.zapier.answered", hook.send(target, letter.facts(), about).status()), null);
    }

    /** The hooks of the vault that are in use. */
    List<Connection> hooks() {
        return vault == null ? List.of() : vault.of(Set.of(ExchangeSystem.ZAPIER));
    }

    private SignIns signIns() {
        return java.util.Objects.requireNonNull(vault);
    }
}
