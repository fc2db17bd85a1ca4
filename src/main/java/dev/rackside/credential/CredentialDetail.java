package dev.rackside.credential;

import dev.rackside.integration.Body;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential as its detail shows it, without its secrets.
 *
 * @param hookHost the host of a hook's address that is kept unsealed; null where it can't be told without the rest
 * @param settings pretty-printed, with masks where another program put a secret
 * @param findings the details of the last test as another program wrote them, with masks
 * @param probes the same, probe by probe; none where they can't be told apart
 * @param secondsLeft until it expires, by the server's clock; null where no end is recorded
 */
public record CredentialDetail(Versioned<CredentialDraft> credential, Secrets secrets, @Nullable String hookHost,
        Body settings, Coded<TestStatus> test, @Nullable Instant testedAt, Body findings, List<Probe> probes,
        @Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Long secondsLeft) {

    public UUID id() {
        return credential.id();
    }

    public CredentialDraft draft() {
        return credential.draft();
    }
}
