package dev.rackside.hook;

import dev.rackside.credential.Connection;
import dev.rackside.credential.SignIns;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Call;
import dev.rackside.integration.ExchangeAction;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.session.SessionRow;
import dev.rackside.session.SessionService;
import dev.rackside.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The door to Zapier's hooks. A hook says only that it received something, never that anything was done with it. Its
 * address is the credential, and stands in no log. No call is made on the screen thread.
 */
public final class HookService {

    private final SignIns signIns;
    private final SessionService sessions;
    private final Outside outside;

    public HookService(SignIns signIns, SessionService sessions, Outside outside) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.outside = outside;
    }

    /**
     * Tells a session to every hook in use. The same state of a session has the same key each time, so that whoever
     * receives it twice can tell; for that reason it is sent again where the hook was too busy or didn't answer.
     *
     * @return how many accepted it
     * @throws Problem NO_CREDENTIAL where no hook is in use, ROW_GONE, or what the way out throws
     */
    public int tell(UUID session) {
        var row = sessions.row(session)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("session.this")));
        var hooks = signIns.of(Set.of(ExchangeSystem.ZAPIER));
        if (hooks.isEmpty()) {
            throw new Problem(ErrorCode.NO_CREDENTIAL, HookCall.SYSTEM);
        }
        var body = body(row);
        hooks.forEach(hook -> tell(hook, session, body));
        return hooks.size();
    }

    private static Map<String, Object> body(SessionRow row) {
        var told = new LinkedHashMap<String, Object>();
        told.put("event", "session");
        told.put("session_id", row.id().toString());
        told.put("title", Objects.requireNonNullElse(row.title(), ""));
        told.put("client", Objects.requireNonNullElse(row.clientName(), ""));
        told.put("date", Objects.toString(row.date(), ""));
        told.put("status", Objects.requireNonNullElse(row.status().text(), ""));
        told.put("technician", Objects.requireNonNullElse(row.technician(), ""));
        told.put("billable", Boolean.TRUE.equals(row.billable()));
        told.put("billable_hours", Objects.toString(row.billableHours(), ""));
        told.put("tickets", row.tickets());
        told.put("idempotency_key",
                UUID.nameUUIDFromBytes(told.toString().getBytes(StandardCharsets.UTF_8)).toString());
        return told;
    }

    private void tell(Connection hook, UUID session, Map<String, Object> body) {
        signIns.<Boolean>with(hook.id(), signIn -> {
            new HookCall(outside).send(HookCall.Target.of(signIn), body, new Call.About(ExchangeAction.CREATED, session,
                    null, String.valueOf(body.get("idempotency_key")), null));
            return true;
        });
    }
}
