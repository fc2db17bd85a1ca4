package dev.rackside.credential;

import dev.rackside.integration.Body;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential as its detail shows it, without its secrets.
 *
 * @param hookHost the host of a hook's address that is kept unsealed; null where it can't be told without the rest
 * @param settings pretty-printed, with masks where another program put a secret
 * @param findings what each probe of the last test found
 */
public record CredentialDetail(Versioned<CredentialDraft> credential, Secrets secrets, @Nullable String hookHost,
        Body settings, Coded<TestStatus> test, @Nullable Instant testedAt, Body findings, @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public CredentialDraft draft() {
        return credential.draft();
    }
}
