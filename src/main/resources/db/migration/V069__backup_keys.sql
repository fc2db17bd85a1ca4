-- The keys that backups are encrypted by, a row a generation, each sealed by the vault's key (VLT1). The newest that is
-- not retired is used; an older one opens the files that were written by it.
CREATE TABLE IF NOT EXISTS backup_keys (
    id CHAR(36) NOT NULL,
    vault_id CHAR(36) NOT NULL,
    generation INT NOT NULL,
    key_name CHAR(16) NOT NULL,
    sealed_key VARBINARY(1024) NOT NULL,
    created_by VARCHAR(255) NOT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    retired_at TIMESTAMP(6) NULL DEFAULT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_backup_keys_generation (vault_id, generation)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What is done with them is remembered with what is done with the vault.
ALTER TABLE vault_events
    DROP CONSTRAINT IF EXISTS ck_vault_events_type,
    ADD CONSTRAINT ck_vault_events_type CHECK (event_type COLLATE utf8mb4_nopad_bin IN ('created', 'granted', 'removed',
        'recovered', 'rotated', 'password_changed', 'kit_tested', 'kit_replaced', 'secret_written', 'secret_removed',
        'secret_left', 'backup_key_made', 'backup_key_copied', 'backup_key_retired'));
