package dev.rackside.cli;

import dev.rackside.backup.proof.ProofFiles;
import dev.rackside.backup.proof.ProofFiles.Finding;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.ProofSigning;
import dev.rackside.credential.ProofSigning.Known;
import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside proof}: proofs of restore that somebody hands over. */
@Command(name = "proof", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Proofs of restore: verifies one that somebody hands over.")
final class ProofCommand implements Runnable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec command;

    ProofCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get("cli.proof.which"));
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Says whether a proof of restore, PDF or JSON, is as it was signed, and by whom. Without --key the workspace's vault is asked whose key it is.")
    int verify(@Parameters(paramLabel = "FILE", description = "The PDF or the JSON.") Path file,
            @Option(names = "--key", paramLabel = "FINGERPRINT", description = "The signer's fingerprint as you know it, in words or in digits; no database is asked then.") @Nullable String key,
            @Option(names = "--json", description = "Tell it as one JSON object.") boolean json,
            @Mixin DatabaseOptions options) {
        var verified = ProofFiles.verify(file, BuildVersion.number());
        var keys = verified.signed().signer();
        if (keys == null || verified.finding() == Finding.ALTERED || verified.finding() == Finding.PAGES_ALTERED) {
            return tell(verified, null, json, ExitCode.ALTERED);
        }
        var known = key == null
                ? known(options, keys)
                : same(key, keys) ? Known.TRUSTED : Known.STRANGER;
        return tell(verified, known, json, known == Known.TRUSTED ? ExitCode.OK : ExitCode.SIGNER_UNKNOWN);
    }

    private static boolean same(String typed, PublicKeys keys) {
        var plain = typed.replaceAll("[\\s-]+", "").toLowerCase(Locale.ROOT);
        return plain.equals(keys.fingerprint().replace(" ", "").toLowerCase(Locale.ROOT))
                || plain.equals(keys.words().replace(" ", ""));
    }

    /** Nobody is known where there is no workspace. */
    private Known known(DatabaseOptions options, PublicKeys keys) {
        if (options.address().isEmpty()
                && options.workspace(new Workspaces(Places.ofThisWorkstation())).isEmpty()) {
            return Known.STRANGER;
        }
        var found = new AtomicReference<>(Known.STRANGER);
        new Opening(terminal, CredentialService.ENTITIES).within(options, opened -> {
            try (var vault = VaultOptions.vault(opened)) {
                found.set(new ProofSigning(opened.database(), vault).known(keys));
                return ExitCode.OK;
            }
        });
        return Objects.requireNonNull(found.get());
    }

    private int tell(ProofFiles.Verified verified, @Nullable Known known, boolean json, int code) {
        var proof = verified.signed().proof();
        if (json) {
            terminal.say(JSON.createObjectNode().put("finding", verified.finding().name().toLowerCase(Locale.ROOT))
                    .put("signer", known == null ? null : known.name().toLowerCase(Locale.ROOT))
                    .put("name", proof.signer().name()).put("fingerprint", proof.signer().fingerprint())
                    .put("madeAt", proof.madeAt().toString()).put("from", proof.from().toString())
                    .put("until", proof.until().toString()).put("database", proof.scope().database()).toString());
            return code;
        }
        terminal.say(Messages.get("cli.proof.finding." + key(verified.finding())));
        if (known != null) {
            terminal.say(Messages.get("cli.proof.signer." + key(known), proof.signer().name(),
                    proof.signer().words(), proof.signer().fingerprint()));
            terminal.say(Messages.get("cli.proof.of", proof.scope().workspace(), proof.scope().database(),
                    proof.from().toString(), proof.until().toString(), proof.figures().proved(),
                    proof.figures().taken()));
        }
        return code;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
