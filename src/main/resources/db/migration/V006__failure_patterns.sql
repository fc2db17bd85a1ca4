-- Something that has gone wrong more than once.
CREATE TABLE IF NOT EXISTS failure_patterns (
    id CHAR(36) NOT NULL,
    infrastructure_id ${infrastructure_id} NULL,
    client_id ${clients_id} NULL,
    pattern_type VARCHAR(100) NOT NULL,
    pattern_signature VARCHAR(500) NOT NULL,
    error_pattern TEXT NULL,
    root_cause TEXT NOT NULL,
    recommended_solution TEXT NOT NULL,
    alternative_approaches TEXT NULL,
    severity VARCHAR(20) NULL,
    occurrence_count INT NOT NULL DEFAULT 1,
    first_seen TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    last_seen TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    is_active TINYINT(1) NOT NULL DEFAULT 1,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    KEY idx_failure_infrastructure (infrastructure_id),
    KEY idx_failure_client (client_id),
    KEY idx_failure_order (last_seen, id),
    FULLTEXT KEY ft_failure_patterns (pattern_signature, error_pattern, root_cause, recommended_solution),
    CONSTRAINT failure_patterns_ibfk_1 FOREIGN KEY (infrastructure_id)
        REFERENCES infrastructure (id) ON DELETE SET NULL,
    CONSTRAINT failure_patterns_ibfk_2 FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE SET NULL,
    CONSTRAINT ck_failure_patterns_type CHECK (pattern_type COLLATE utf8mb4_nopad_bin IN ('command_compatibility',
        'version_mismatch', 'permission_denied', 'service_unavailable', 'configuration_error',
        'environmental_limitation')),
    CONSTRAINT ck_failure_patterns_severity CHECK (severity COLLATE utf8mb4_nopad_bin IN ('blocking', 'major',
        'minor', 'info')),
    CONSTRAINT ck_failure_patterns_count CHECK (occurrence_count >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE failure_patterns
    ADD COLUMN IF NOT EXISTS infrastructure_id ${infrastructure_id} NULL,
    ADD COLUMN IF NOT EXISTS client_id ${clients_id} NULL,
    ADD COLUMN IF NOT EXISTS pattern_type VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS pattern_signature VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS error_pattern TEXT NULL,
    ADD COLUMN IF NOT EXISTS root_cause TEXT NULL,
    ADD COLUMN IF NOT EXISTS recommended_solution TEXT NULL,
    ADD COLUMN IF NOT EXISTS alternative_approaches TEXT NULL,
    ADD COLUMN IF NOT EXISTS severity VARCHAR(20) NULL,
    ADD COLUMN IF NOT EXISTS occurrence_count INT NOT NULL DEFAULT 1,
    ADD COLUMN IF NOT EXISTS first_seen TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS last_seen TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS is_active TINYINT(1) NOT NULL DEFAULT 1,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6)
        NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_failure_infrastructure (infrastructure_id),
    ADD INDEX IF NOT EXISTS idx_failure_client (client_id),
    ADD INDEX IF NOT EXISTS idx_failure_order (last_seen, id);

CREATE FULLTEXT INDEX IF NOT EXISTS ft_failure_patterns
    ON failure_patterns (pattern_signature, error_pattern, root_cause, recommended_solution);
