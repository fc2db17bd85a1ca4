package dev.rackside.cli;

import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.proof.ProofFiles;
import dev.rackside.backup.proof.RestoreProofs;
import dev.rackside.backup.proof.SignedProof;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.ProofSigning;
import dev.rackside.text.Messages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside backup proof}: a signed proof of what was restored in a time. */
@Command(name = "proof", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Writes a proof of restore for a time, as a PDF and as JSON: every backup with how far it was proved, the longest time without a proved one, the measured restore times. Signed by your key in the vault.")
final class BackupProofCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Class<?>> ENTITIES = Stream.of(BackupService.ENTITIES, CredentialService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final Terminal terminal;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DatabaseOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private VaultOptions vault;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day, as 2026-11-01, in UTC.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "The last day, which is meant too.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate to;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write both files to.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--json", description = "Tell what was written as one JSON object.")
    private boolean json;

    BackupProofCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw options.misused("cli.backup.proof.backwards");
        }
        return new Opening(terminal, ENTITIES).within(options, opened -> vault.unlocked(terminal, options, opened,
                open -> {
                    var database = opened.database();
                    var proofs = new RestoreProofs(database, new ProofSigning(database, open),
                            BuildVersion.number());
                    var signed = proofs.of(BackupPeriod.of(from, to, ZoneOffset.UTC), opened.name(),
                            opened.who().username());
                    tell(signed, ProofFiles.write(signed, out.toAbsolutePath()));
                    return ExitCode.OK;
                }));
    }

    private void tell(SignedProof signed, ProofFiles.Written written) {
        var figures = signed.proof().figures();
        if (json) {
            terminal.say(JSON.createObjectNode().put("pdf", written.pdf().toString())
                    .put("json", written.json().toString()).put("taken", figures.taken())
                    .put("proved", figures.proved()).put("failed", figures.failed())
                    .put("rpoMillis", figures.rpoMillis()).put("rtoMillis", figures.rtoMillis())
                    .put("fingerprint", signed.proof().signer().fingerprint()).toString());
        } else {
            terminal.say(Messages.get("cli.backup.proof.written", written.pdf(), written.json(), figures.proved(),
                    figures.taken(), signed.proof().signer().words()));
        }
    }
}
