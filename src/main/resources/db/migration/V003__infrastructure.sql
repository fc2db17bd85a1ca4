-- Machines and services. client_id stays nullable: other programs list machines that belong to no client, and the
-- unique key doesn't hold those together.
CREATE TABLE IF NOT EXISTS infrastructure (
    id CHAR(36) NOT NULL,
    client_id ${clients_id} NULL,
    hostname VARCHAR(255) NOT NULL,
    asset_type VARCHAR(50) NOT NULL,
    ip_address VARCHAR(45) NULL,
    os VARCHAR(100) NULL,
    os_version VARCHAR(100) NULL,
    powershell_version VARCHAR(20) NULL,
    shell_type VARCHAR(50) NULL,
    environmental_notes TEXT NULL,
    status VARCHAR(50) NOT NULL DEFAULT 'active',
    has_gui TINYINT(1) NOT NULL DEFAULT 1,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY uq_infrastructure_hostname (client_id, hostname),
    KEY idx_infrastructure_client (client_id),
    KEY idx_infrastructure_hostname (hostname),
    KEY idx_infrastructure_client_order (client_id, hostname, id),
    FULLTEXT KEY ft_infrastructure (environmental_notes),
    CONSTRAINT infrastructure_ibfk_1 FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT ck_infrastructure_asset_type CHECK (asset_type COLLATE utf8mb4_nopad_bin IN ('physical_server',
        'virtual_machine', 'workstation', 'network_device', 'nas_storage', 'firewall', 'cloud_service',
        'domain_controller', 'printer', 'other')),
    CONSTRAINT ck_infrastructure_shell_type CHECK (shell_type COLLATE utf8mb4_nopad_bin IN ('powershell', 'cmd',
        'bash', 'zsh', 'sh')),
    CONSTRAINT ck_infrastructure_status CHECK (status COLLATE utf8mb4_nopad_bin IN ('active', 'maintenance',
        'decommissioned')),
    CONSTRAINT ck_infrastructure_hostname CHECK (hostname <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE infrastructure
    ADD COLUMN IF NOT EXISTS client_id ${clients_id} NULL,
    ADD COLUMN IF NOT EXISTS hostname VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS asset_type VARCHAR(50) NULL,
    ADD COLUMN IF NOT EXISTS ip_address VARCHAR(45) NULL,
    ADD COLUMN IF NOT EXISTS os VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS os_version VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS powershell_version VARCHAR(20) NULL,
    ADD COLUMN IF NOT EXISTS shell_type VARCHAR(50) NULL,
    ADD COLUMN IF NOT EXISTS environmental_notes TEXT NULL,
    ADD COLUMN IF NOT EXISTS status VARCHAR(50) NOT NULL DEFAULT 'active',
    ADD COLUMN IF NOT EXISTS has_gui TINYINT(1) NOT NULL DEFAULT 1,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6)
        NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_infrastructure_client (client_id),
    ADD INDEX IF NOT EXISTS idx_infrastructure_hostname (hostname),
    ADD INDEX IF NOT EXISTS idx_infrastructure_client_order (client_id, hostname, id);

CREATE FULLTEXT INDEX IF NOT EXISTS ft_infrastructure
    ON infrastructure (environmental_notes);
