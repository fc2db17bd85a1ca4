-- Keys that let a program in; only the SHA-256 is kept, and every token ends.
CREATE TABLE IF NOT EXISTS api_tokens (
    id CHAR(36) NOT NULL,
    api_user_id ${api_users_id} NOT NULL,
    name VARCHAR(100) NOT NULL,
    token_prefix VARCHAR(8) NOT NULL,
    token_hash CHAR(64) NOT NULL,
    scopes JSON NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    last_used_at DATETIME(6) NULL,
    revoked_at DATETIME(6) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uq_api_tokens_hash (token_hash),
    KEY idx_api_tokens_user (api_user_id),
    KEY idx_api_tokens_prefix (token_prefix),
    CONSTRAINT fk_api_tokens_user FOREIGN KEY (api_user_id) REFERENCES api_users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
