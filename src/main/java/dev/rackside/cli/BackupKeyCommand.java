package dev.rackside.cli;

import dev.rackside.backup.Workshop;
import dev.rackside.cli.Opening.Opened;
import dev.rackside.credential.BackupKeyCopies;
import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.VaultService;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside backup key}: the keys that backups are encrypted by. */
@Command(name = "key", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "The keys that backups are encrypted by. They are sealed in the vault; this workstation keeps copies of those that it uses.")
final class BackupKeyCommand implements Runnable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec command;

    BackupKeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(),
                Messages.get("cli.backup.key.which"));
    }

    @Command(name = "status", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Says whether backups are encrypted, and which keys this workstation has.")
    int status(@Mixin DatabaseOptions options,
            @Option(names = "--json", description = "Tell it as one JSON object.") boolean json) {
        return opening().within(options, opened -> {
            try (var vault = VaultOptions.vault(opened)) {
                var standing = keys(opened, vault).standing();
                if (json) {
                    var told = JSON.createObjectNode().put("encrypted", standing.on())
                            .put("generations", standing.generations()).put("here", standing.here())
                            .put("newestHere", standing.newestHere());
                    standing.newest().ifPresent(name -> told.put("generation", name.generation())
                            .put("key", name.id()).put("vault", name.vault().toString()));
                    terminal.say(told.toString());
                } else {
                    terminal.say(words(standing));
                }
                return ExitCode.OK;
            }
        });
    }

    private static String words(BackupKeyService.Standing standing) {
        return standing.newest().map(name -> Messages.get(standing.newestHere()
                ? "cli.backup.key.on"
                : standing.here() > 0 ? "cli.backup.key.on.older" : "cli.backup.key.on.missing", name.generation(),
                name.id(), standing.here())).orElseGet(() -> Messages.get("cli.backup.key.off"));
    }

    @Command(name = "create", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Makes a backup key: backups are encrypted from now on.")
    int create(@Mixin DatabaseOptions options, @Mixin VaultOptions vault) {
        return with(options, vault, keys -> {
            if (keys.standing().on()) {
                throw options.misused("cli.backup.key.there");
            }
            return made(keys);
        });
    }

    @Command(name = "rotate", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Makes the next backup key. The ones before it stay, for the backups that were encrypted by them.")
    int rotate(@Mixin DatabaseOptions options, @Mixin VaultOptions vault) {
        return with(options, vault, keys -> {
            if (!keys.standing().on()) {
                throw options.misused("cli.backup.key.none");
            }
            return made(keys);
        });
    }

    private int made(BackupKeyService keys) {
        var name = keys.next();
        terminal.say(Messages.get("cli.backup.key.made", name.generation(), name.id(),
                copies().file(name.vault(), name.generation())));
        return ExitCode.OK;
    }

    @Command(name = "fetch", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Copies all backup keys onto this workstation, which can take and prove backups by them while the vault is locked.")
    int fetch(@Mixin DatabaseOptions options, @Mixin VaultOptions vault) {
        return with(options, vault, keys -> {
            terminal.say(Messages.get("cli.backup.key.fetched", keys.fetch().size()));
            return ExitCode.OK;
        });
    }

    @Command(name = "off", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Backups are no longer encrypted. The keys stay, for the backups that were.")
    int off(@Mixin DatabaseOptions options, @Mixin VaultOptions vault) {
        return with(options, vault, keys -> {
            keys.retire();
            terminal.say(Messages.get("cli.backup.key.off"));
            return ExitCode.OK;
        });
    }

    private int with(DatabaseOptions options, VaultOptions vault, ToIntFunction<BackupKeyService> work) {
        return opening().within(options, opened -> vault.unlocked(terminal, options, opened,
                open -> work.applyAsInt(keys(opened, open))));
    }

    private Opening opening() {
        return new Opening(terminal, CredentialService.ENTITIES);
    }

    private static BackupKeyService keys(Opened opened, VaultService vault) {
        return new BackupKeyService(opened.database(), vault, copies());
    }

    private static BackupKeyCopies copies() {
        return new BackupKeyCopies(Workshop.copies(Workshop.sealKey(Places.ofThisWorkstation().config())));
    }
}
