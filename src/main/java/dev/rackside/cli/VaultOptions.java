package dev.rackside.cli;

import dev.rackside.cli.Opening.Opened;
import dev.rackside.credential.Pins;
import dev.rackside.credential.VaultService;
import dev.rackside.workspace.Places;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** How a command opens the vault of the database that it has open. A password is never an option's value. */
final class VaultOptions {

    @Option(names = "--vault-password-stdin", description = "Read your vault password from the next line of the input instead of asking for it.")
    private boolean fromInput;

    /** The vault, as it stands: locked. */
    static VaultService vault(Opened opened) {
        return new VaultService(opened.database(), opened.who(), new Pins(pins(opened)));
    }

    private static Path pins(Opened opened) {
        var settings = opened.settings();
        var address = opened.database().address();
        return settings != null
                ? settings.resolve("vault.properties")
                : Places.ofThisWorkstation().config().resolve("vaults").resolve(
                        (address.hostList() + "-" + address.database()).replaceAll("[^A-Za-z0-9_.-]", "-")
                                + ".properties");
    }

    /** Opens the vault by what the person types, does the work, and locks it again. */
    int unlocked(Terminal terminal, DatabaseOptions options, Opened opened, ToIntFunction<VaultService> work) {
        try (var vault = vault(opened)) {
            var password = (fromInput
                    ? terminal.passwordFromInput()
                    : terminal.password("cli.vault.password", opened.who().username()))
                    .orElseThrow(() -> options.misused("cli.vault.password-needed"));
            try {
                vault.unlock(password);
            } finally {
                DatabaseOptions.wipe(password);
            }
            return work.applyAsInt(vault);
        }
    }
}
