package dev.rackside.integration;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One request to an outside system.
 *
 * @param address absolute, of the reach's origin
 * @param body written as JSON, unless it is a {@link Form}; null for none
 * @param changes whether it changes something there: then it is never repeated while nobody knows whether it arrived
 * @param endpoint under which calls are counted that may run at once; empty where the system doesn't count
 * @param about what the row in the log says of it
 * @param patience how long it may wait for its turn, or until a system that refused asks again
 * @param reading what an answer says beyond its status
 */
public record Call(Reach reach, String method, URI address, Signature signature, @Nullable Object body, boolean changes,
        String endpoint, About about, Duration patience,
        Reading reading) {

    /** A person waits for it. */
    public static final Duration WHILE_ONE_LOOKS_ON = Duration.ofSeconds(20);

    /**
     * How a system's answers are read.
     *
     * @param good whether one is what was asked for; else its exchange counts as failed
     * @param tooMany whether it refuses for being asked too often, and did nothing
     */
    public record Reading(Predicate<Answer> good, Predicate<Answer> tooMany) {

        public static final Reading BY_STATUS = new Reading(Answer::ok, answer -> answer.status() == 429);
    }

    /**
     * What the log says of a call.
     *
     * @param session the session that it belongs to; null for none
     * @param workItem the work item that it belongs to; null for none
     * @param externalId the system's own id of what it is about; null where there is none yet
     * @param externalUrl the address at which a person sees that; null where there is none
     */
    public record About(ExchangeAction action, @Nullable UUID session, @Nullable UUID workItem,
            @Nullable String externalId, @Nullable String externalUrl) {

        public static About of(ExchangeAction action) {
            return new About(action, null, null, null, null);
        }

        public About of(String id) {
            return new About(action, session, workItem, id, externalUrl);
        }
    }

    public static Call get(Reach reach, URI address, Signature signature) {
        return new Call(reach, "GET", address, signature, null, false, "",
                About.of(ExchangeAction.FETCHED), WHILE_ONE_LOOKS_ON, Reading.BY_STATUS);
    }

    /** A question that is too long for an address. */
    public static Call ask(Reach reach, URI address, Signature signature, Object body) {
        return get(reach, address, signature).sending("POST", body, false);
    }

    /** Something that is to be there afterwards. */
    public static Call change(Reach reach, String method, URI address, Signature signature, Object body) {
        return get(reach, address, signature).sending(method, body, true).about(About.of(ExchangeAction.UPDATED));
    }

    private Call sending(String verb, Object content, boolean changing) {
        return new Call(reach, verb, address, signature, content, changing, endpoint, about, patience,
                reading);
    }

    public Call about(About what) {
        return new Call(reach, method, address, signature, body, changes, endpoint, what, patience, reading);
    }

    public Call to(URI other) {
        return new Call(reach, method, other, signature, body, changes, endpoint, about, patience, reading);
    }

    public Call counted(String name) {
        return new Call(reach, method, address, signature, body, changes, name, about, patience, reading);
    }

    public Call patient(Duration most) {
        return new Call(reach, method, address, signature, body, changes, endpoint, about, most, reading);
    }

    public Call read(Reading as) {
        return new Call(reach, method, address, signature, body, changes, endpoint, about, patience, as);
    }

    /** Neither what is sent nor where to: a hook's address is a secret. */
    @Override
    public String toString() {
        return method + " " + reach.host();
    }
}
