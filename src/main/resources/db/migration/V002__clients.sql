-- Whom the work is done for.
CREATE TABLE IF NOT EXISTS clients (
    id CHAR(36) NOT NULL,
    name VARCHAR(255) NOT NULL,
    type VARCHAR(50) NOT NULL,
    primary_contact VARCHAR(255) NULL,
    domain_name VARCHAR(255) NULL,
    network_subnet VARCHAR(100) NULL,
    notes TEXT NULL,
    is_active TINYINT(1) NOT NULL DEFAULT 1,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY name (name),
    KEY idx_clients_type (type),
    FULLTEXT KEY ft_clients (name, notes),
    CONSTRAINT ck_clients_type CHECK (type COLLATE utf8mb4_nopad_bin IN ('msp_client', 'internal', 'project')),
    CONSTRAINT ck_clients_name CHECK (name <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE clients
    ADD COLUMN IF NOT EXISTS name VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS type VARCHAR(50) NULL,
    ADD COLUMN IF NOT EXISTS primary_contact VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS domain_name VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS network_subnet VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS notes TEXT NULL,
    ADD COLUMN IF NOT EXISTS is_active TINYINT(1) NOT NULL DEFAULT 1,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6)
        NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_clients_type (type);

CREATE FULLTEXT INDEX IF NOT EXISTS ft_clients
    ON clients (name, notes);
