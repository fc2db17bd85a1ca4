package dev.rackside.credential;

import dev.rackside.integration.ExchangeSystem;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * A credential but for its secrets: no column that holds one is mapped, so none can come here by accident. Of each only
 * its length and its first four bytes are looked at, on the server, which tell how it is kept.
 */
@Entity
@Table(name = "integration_credentials")
@SuppressWarnings("NullAway.Init")
class Credential {

    private static final String LENGTH = "case when coalesce(length(";
    private static final String BEGINNING = "), 0) = 0 then 'none' when hex(substring(";
    /** What is sealed begins with {@code VLT1}. */
    private static final String STATE = ", 1, 4)) = '564C5431' then 'sealed' else 'foreign' end";

    @Id
    UUID id;
    @Column(name = "integration_name")
    @Nullable
    String name;
    @Column(name = "integration_type")
    @Nullable
    String system;
    @Column(name = "credential_type")
    @Nullable
    String type;
    @Column(columnDefinition = "longtext")
    @Nullable
    String settings;
    @Nullable
    String username;
    @Column(name = "oauth_expires_at")
    @Nullable
    Instant expiresAt;
    @Column(name = "api_base_url")
    @Nullable
    String baseUrl;
    @Column(name = "is_active")
    @Nullable
    Boolean active;
    @Column(name = "last_tested_at")
    @Nullable
    Instant testedAt;
    @Column(name = "last_test_status")
    @Nullable
    String testStatus;
    @Column(name = "last_test_details", columnDefinition = "longtext")
    @Nullable
    String testDetails;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    @Formula(LENGTH + "api_key_encrypted" + BEGINNING + "api_key_encrypted" + STATE)
    @Nullable
    String apiKey;
    @Formula(LENGTH + "password_encrypted" + BEGINNING + "password_encrypted" + STATE)
    @Nullable
    String password;
    @Formula(LENGTH + "oauth_token_encrypted" + BEGINNING + "oauth_token_encrypted" + STATE)
    @Nullable
    String token;
    @Formula(LENGTH + "oauth_refresh_token_encrypted" + BEGINNING + "oauth_refresh_token_encrypted" + STATE)
    @Nullable
    String refreshToken;
    @Formula(LENGTH + "webhook_url_encrypted" + BEGINNING + "webhook_url_encrypted" + STATE)
    @Nullable
    String hook;
    @Formula("case when coalesce(length(webhook_url), 0) = 0 then 'none' else 'plain' end")
    @Nullable
    String plainHook;
    /** The host alone, and only of an address that holds nothing before it. */
    @Formula("case when regexp_instr(webhook_url, '^https{0,1}://[A-Za-z0-9.-]+(:[0-9]+){0,1}([/#]|[?]|$)') > 0"
            + " then regexp_substr(webhook_url, '(?<=://)[A-Za-z0-9.-]+') else null end")
    @Nullable
    String hookHost;
    /** The same of the system's address. */
    @Formula("case when regexp_instr(api_base_url, '^https{0,1}://[A-Za-z0-9.-]+(:[0-9]+){0,1}([/#]|[?]|$)') > 0"
            + " then regexp_substr(api_base_url, '(?<=://)[A-Za-z0-9.-]+') else null end")
    @Nullable
    String host;

    protected Credential() {
    }

    Credential(UUID id, CredentialDraft draft, Instant now) {
        this.id = id;
        name = draft.name();
        system = draft.system().text();
        type = draft.type().text();
        username = draft.username();
        baseUrl = draft.baseUrl();
        settings = draft.settings();
        expiresAt = draft.expiresAt();
        active = draft.active();
        createdAt = now;
        updatedAt = now;
    }

    Versioned<CredentialDraft> versioned() {
        return new Versioned<>(id, rowVersion,
                new CredentialDraft(name, Coded.of(ExchangeSystem.class, system), Coded.of(CredentialType.class, type),
                        username, Hidden.address(baseUrl), Hidden.settings(settings), expiresAt, active));
    }

    Secrets secrets() {
        return new Secrets(state(apiKey), state(password), state(token), state(refreshToken), state(hook),
                state(plainHook));
    }

    static SecretState state(@Nullable String code) {
        return code == null ? SecretState.NONE : SecretState.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
