package dev.rackside.infrastructure;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine as a form edits it, with the rules that the form shows and the service checks.
 *
 * @param clientId null where another program left a machine without one; a new machine needs it
 * @param shellType without a text where nobody knows
 * @param hasGui null where another program left it out
 * @param tags in the order of their names; picked from those that exist
 */
public record MachineDraft(@Nullable UUID clientId, @Nullable String hostname, Coded<AssetType> assetType,
        @Nullable String ipAddress, @Nullable String os, @Nullable String osVersion,
        @Nullable String powershellVersion, Coded<ShellType> shellType, @Nullable String environmentalNotes,
        Coded<MachineStatus> status, @Nullable Boolean hasGui, List<Choice> tags) {

    public MachineDraft {
        tags = List.copyOf(tags);
    }

    /** What a new machine starts from. */
    public static MachineDraft blank(@Nullable UUID clientId) {
        return new MachineDraft(clientId, "", Coded.of(AssetType.WORKSTATION), null, null, null, null,
                Coded.of(ShellType.class, null), null, Coded.of(MachineStatus.ACTIVE), true, List.of());
    }

    /** A new machine like this one; what only one machine can have is left out. */
    public MachineDraft copy() {
        return new MachineDraft(clientId, "", assetType, null, os, osVersion, powershellVersion, shellType,
                environmentalNotes, status, hasGui, tags);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("clientId", clientId)
                .required("hostname", hostname)
                .atMost("hostname", hostname, 255)
                .that(assetType.known() != null, "assetType", "rule.unknown-value", String.valueOf(assetType.text()))
                .atMost("ipAddress", ipAddress, 45)
                .that(ipAddress == null || IpAddress.written(ipAddress), "ipAddress", "rule.ip-address",
                        String.valueOf(ipAddress))
                .atMost("os", os, 100)
                .atMost("osVersion", osVersion, 100)
                .atMost("powershellVersion", powershellVersion, 20)
                .that(shellType.text() == null || shellType.known() != null, "shellType", "rule.unknown-value",
                        String.valueOf(shellType.text()))
                .fitsText("environmentalNotes", environmentalNotes)
                .that(status.known() != null, "status", "rule.unknown-value", String.valueOf(status.text()))
                .that(hasGui != null, "hasGui", "rule.required")
                .violations();
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new machine
     */
    public List<Violation> violationsSince(@Nullable MachineDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each)).toList();
    }
}
