-- Whose an outside system's customers and computers are here. Their ids lead; names are kept to be shown.
CREATE TABLE IF NOT EXISTS integration_mappings (
    id CHAR(36) NOT NULL,
    integration_type VARCHAR(100) NOT NULL,
    external_kind VARCHAR(20) NOT NULL,
    external_id VARCHAR(255) NOT NULL,
    external_name VARCHAR(255) NULL,
    client_id ${clients_id} NULL,
    infrastructure_id ${infrastructure_id} NULL,
    mapped_by VARCHAR(255) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY uq_integration_mappings_external (integration_type, external_kind, external_id),
    KEY idx_integration_mappings_client (client_id),
    KEY idx_integration_mappings_machine (infrastructure_id),
    CONSTRAINT fk_integration_mappings_client FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT fk_integration_mappings_machine FOREIGN KEY (infrastructure_id) REFERENCES infrastructure (id)
        ON DELETE CASCADE,
    CONSTRAINT ck_integration_mappings_type CHECK (integration_type COLLATE utf8mb4_nopad_bin IN ('syncro_msp',
        'msp_backups', 'zapier', 'autotask', 'connectwise')),
    CONSTRAINT ck_integration_mappings_kind CHECK (external_kind COLLATE utf8mb4_nopad_bin IN ('customer', 'computer'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
