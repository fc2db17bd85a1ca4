package dev.rackside.hook;

import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.SignIn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.Answer;
import dev.rackside.integration.Call;
import dev.rackside.integration.Complaints;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.integration.Reach;
import dev.rackside.integration.Signature;
import dev.rackside.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One call to a hook. It is repeated where the hook was too busy or didn't answer, so the body has a key by which whoever
 * receives it twice can tell.
 */
public final class HookCall {

    static final String SYSTEM = "Zapier";

    private final Outside outside;

    public HookCall(Outside outside) {
        this.outside = outside;
    }

    /** Where a hook is, and the way there. Its address is lent, not kept: whoever knows it is let in. */
    public static final class Target {

        private final char[] address;
        private final List<char[]> others;
        private final boolean ownNetwork;
        private final @Nullable String proxy;
        private final @Nullable String authority;

        private Target(char[] address, List<char[]> others, boolean ownNetwork, @Nullable String proxy,
                @Nullable String authority) {
            this.address = address;
            this.others = others;
            this.ownNetwork = ownNetwork;
            this.proxy = proxy;
            this.authority = authority;
        }

        /** As a credential says. */
        public static Target of(SignIn signIn) {
            return new Target(signIn.secret(Place.HOOK), signIn.hidden(), "true".equals(signIn.setting("ownNetwork")),
                    signIn.setting("proxy"), signIn.setting("authority"));
        }

        /** @param ownNetwork whether it stands in a network of our own */
        public static Target at(char[] address, boolean ownNetwork) {
            return new Target(address, List.of(), ownNetwork, null, null);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Sends it, and returns what the hook answered to it.
     *
     * @throws Problem OUTSIDE_REFUSED, OUTSIDE_ADDRESS, or what the way out throws
     */
    public Answer send(Target target, Map<String, Object> body, Call.About about) {
        var address = address(target);
        var reach = new Reach(ExchangeSystem.ZAPIER, origin(address), target.ownNetwork, target.proxy,
                target.authority);
        var answer = outside.send(Call.ask(reach, address, hidden(target, address), body).about(about));
        if (!answer.ok()) {
            throw new Problem(ErrorCode.OUTSIDE_REFUSED, SYSTEM, Complaints.orStatus(answer));
        }
        return answer;
    }

    private static URI address(Target target) {
        try {
            return new URI(new String(target.address).strip());
        } catch (URISyntaxException _) {
            // Its message would quote the address.
            throw new Problem(ErrorCode.OUTSIDE_ADDRESS, SYSTEM, Messages.get("exchange.address.form"));
        }
    }

    private static URI origin(URI address) {
        var host = address.getHost();
        if (host == null) {
            throw new Problem(ErrorCode.OUTSIDE_ADDRESS, SYSTEM, Messages.get("exchange.address.form"));
        }
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    private static Signature hidden(Target target, URI address) {
        return new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                // The address alone signs in.
            }

            @Override
            public List<char[]> hidden() {
                var hidden = new ArrayList<>(target.others);
                hidden.add(target.address);
                hidden.add(address.getRawPath().toCharArray());
                return hidden;
            }
        };
    }
}
