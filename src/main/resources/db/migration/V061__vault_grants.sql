-- A vault's key of one generation, sealed to one technician's keys and signed by who granted it (GRT1).
CREATE TABLE IF NOT EXISTS vault_grants (
    id CHAR(36) NOT NULL,
    vault_id CHAR(36) NOT NULL,
    generation INT NOT NULL,
    technician_key_id CHAR(36) NOT NULL,
    grant_data VARBINARY(255) NOT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uq_vault_grants_recipient (technician_key_id, vault_id, generation),
    KEY idx_vault_grants_vault (vault_id, generation),
    CONSTRAINT fk_vault_grants_key FOREIGN KEY (technician_key_id) REFERENCES technician_keys (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
