package dev.rackside.client;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as a form edits it, with the rules that the form shows and the service checks.
 *
 * @param networkSubnet one or several networks, as {@code 10.4.0.0/16, fd00:4::/48}
 * @param active null where another program left it out
 */
public record ClientDraft(@Nullable String name, Coded<ClientType> type, @Nullable String primaryContact,
        @Nullable String domainName, @Nullable String networkSubnet, @Nullable String notes, @Nullable Boolean active) {

    /** What a new client starts from. */
    public static ClientDraft blank() {
        return new ClientDraft("", Coded.of(ClientType.MSP_CLIENT), null, null, null, null, true);
    }

    /** A new client like this one, which needs a name of its own. */
    public ClientDraft copy() {
        return new ClientDraft("", type, primaryContact, domainName, networkSubnet, notes, active);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("name", name)
                .atMost("name", name, 255)
                .that(type.known() != null, "type", "rule.unknown-value", String.valueOf(type.text()))
                .atMost("primaryContact", primaryContact, 255)
                .atMost("domainName", domainName, 255)
                .atMost("networkSubnet", networkSubnet, 100)
                .that(networkSubnet == null || Subnets.written(networkSubnet), "networkSubnet", "rule.subnet",
                        String.valueOf(networkSubnet))
                .fitsText("notes", notes)
                .that(active != null, "active", "rule.required")
                .violations();
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new client
     */
    public List<Violation> violationsSince(@Nullable ClientDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each)).toList();
    }
}
