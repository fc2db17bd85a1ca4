-- What was done with the vault, by whom; rows are only added. A credential is named by its id alone, so that what was
-- done with it stays when it is deleted.
CREATE TABLE IF NOT EXISTS vault_events (
    id CHAR(36) NOT NULL,
    event_type VARCHAR(30) NOT NULL,
    api_user_id ${api_users_id} NULL,
    technician VARCHAR(255) NOT NULL,
    subject VARCHAR(255) NULL,
    credential_id CHAR(36) NULL,
    place VARCHAR(30) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    KEY idx_vault_events_created (created_at),
    KEY idx_vault_events_user (api_user_id),
    CONSTRAINT fk_vault_events_user FOREIGN KEY (api_user_id) REFERENCES api_users (id) ON DELETE SET NULL,
    CONSTRAINT ck_vault_events_type CHECK (event_type COLLATE utf8mb4_nopad_bin IN ('created', 'granted', 'removed',
        'recovered', 'rotated', 'password_changed', 'kit_tested', 'kit_replaced', 'secret_written', 'secret_removed',
        'secret_left')),
    CONSTRAINT ck_vault_events_place CHECK (place COLLATE utf8mb4_nopad_bin IN ('api_key', 'password', 'token',
        'refresh_token', 'hook', 'plain_hook'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
