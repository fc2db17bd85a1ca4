-- Keys of those who open the vault: the private ones sealed under a password (PRK1), the public ones for all to see.
-- Without api_user_id they are those of the recovery kit, of which only the public ones are kept.
CREATE TABLE IF NOT EXISTS technician_keys (
    id CHAR(36) NOT NULL,
    api_user_id ${api_users_id} NULL,
    technician_id CHAR(36) NOT NULL,
    key_version INT NOT NULL,
    sealed_keys VARBINARY(255) NULL,
    x25519_public VARBINARY(32) NOT NULL,
    ed25519_public VARBINARY(32) NOT NULL,
    signed_by CHAR(36) NULL,
    signature VARBINARY(64) NULL,
    kit_tested_at DATETIME(6) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY uq_technician_keys_version (technician_id, key_version),
    KEY idx_technician_keys_user (api_user_id),
    CONSTRAINT fk_technician_keys_user FOREIGN KEY (api_user_id) REFERENCES api_users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
