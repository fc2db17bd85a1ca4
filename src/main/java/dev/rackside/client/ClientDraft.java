package dev.rackside.client;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client as a form edits it, with the rules that the form shows and the service checks. */
public record ClientDraft(String name, Coded<ClientType> type, @Nullable String primaryContact,
        @Nullable String domainName, @Nullable String networkSubnet, @Nullable String notes, boolean active) {

    /** What a new client starts from. */
    public static ClientDraft blank() {
        return new ClientDraft("", Coded.of(ClientType.MSP_CLIENT), null, null, null, null, true);
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
                .fitsText("notes", notes)
                .violations();
    }
}
