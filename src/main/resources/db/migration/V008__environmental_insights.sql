-- What has been learned about an environment: of a machine, of a whole client (no machine), or everywhere (neither).
-- Priority 10 is the most important. Indexes for an order go one way and end in the id: a list reads them from either
-- end, and servers before 10.8 know no other. That of the title leaves it to InnoDB, which adds the id to every index:
-- a title of another program may be too wide for an index with two columns.
CREATE TABLE IF NOT EXISTS environmental_insights (
    id CHAR(36) NOT NULL,
    client_id ${clients_id} NULL,
    infrastructure_id ${infrastructure_id} NULL,
    insight_category VARCHAR(100) NOT NULL,
    insight_title VARCHAR(500) NOT NULL,
    insight_description TEXT NOT NULL,
    examples JSON NULL,
    source_pattern_id ${failure_patterns_id} NULL,
    confidence_level VARCHAR(20) NOT NULL DEFAULT 'suspected',
    verification_count INT NOT NULL DEFAULT 1,
    priority INT NOT NULL DEFAULT 5,
    last_verified TIMESTAMP(6) NULL DEFAULT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    KEY idx_insights_client (client_id),
    KEY idx_insights_infrastructure (infrastructure_id),
    KEY idx_insights_category (insight_category),
    KEY source_pattern_id (source_pattern_id),
    KEY idx_insights_confidence (confidence_level),
    KEY idx_insights_priority (priority, id),
    KEY idx_insights_order (priority, updated_at, id),
    KEY idx_insights_client_order (client_id, priority, updated_at, id),
    KEY idx_insights_title (insight_title),
    KEY idx_insights_created (created_at, id),
    KEY idx_insights_updated (updated_at, id),
    KEY idx_insights_verified (last_verified, id),
    FULLTEXT KEY ft_insights (insight_title, insight_description),
    CONSTRAINT environmental_insights_ibfk_1 FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT environmental_insights_ibfk_2 FOREIGN KEY (infrastructure_id)
        REFERENCES infrastructure (id) ON DELETE CASCADE,
    CONSTRAINT environmental_insights_ibfk_3 FOREIGN KEY (source_pattern_id)
        REFERENCES failure_patterns (id) ON DELETE SET NULL,
    CONSTRAINT ck_insights_category CHECK (insight_category COLLATE utf8mb4_nopad_bin IN ('command_constraints',
        'service_configuration', 'version_limitations', 'custom_installations', 'network_constraints', 'permissions')),
    CONSTRAINT ck_insights_confidence CHECK (confidence_level COLLATE utf8mb4_nopad_bin IN ('confirmed', 'likely',
        'suspected')),
    CONSTRAINT ck_insights_priority CHECK (priority BETWEEN 1 AND 10),
    CONSTRAINT ck_insights_verifications CHECK (verification_count >= 0),
    CONSTRAINT ck_insights_title CHECK (insight_title <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE environmental_insights
    ADD COLUMN IF NOT EXISTS client_id ${clients_id} NULL,
    ADD COLUMN IF NOT EXISTS infrastructure_id ${infrastructure_id} NULL,
    ADD COLUMN IF NOT EXISTS insight_category VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS insight_title VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS insight_description TEXT NULL,
    ADD COLUMN IF NOT EXISTS examples JSON NULL,
    ADD COLUMN IF NOT EXISTS source_pattern_id ${failure_patterns_id} NULL,
    ADD COLUMN IF NOT EXISTS confidence_level VARCHAR(20) NULL,
    ADD COLUMN IF NOT EXISTS verification_count INT NOT NULL DEFAULT 1,
    ADD COLUMN IF NOT EXISTS priority INT NOT NULL DEFAULT 5,
    ADD COLUMN IF NOT EXISTS last_verified TIMESTAMP(6) NULL DEFAULT NULL,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6)
        NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_insights_client (client_id),
    ADD INDEX IF NOT EXISTS idx_insights_infrastructure (infrastructure_id),
    ADD INDEX IF NOT EXISTS idx_insights_category (insight_category),
    ADD INDEX IF NOT EXISTS source_pattern_id (source_pattern_id),
    ADD INDEX IF NOT EXISTS idx_insights_confidence (confidence_level),
    ADD INDEX IF NOT EXISTS idx_insights_priority (priority, id),
    ADD INDEX IF NOT EXISTS idx_insights_order (priority, updated_at, id),
    ADD INDEX IF NOT EXISTS idx_insights_client_order (client_id, priority, updated_at, id),
    ADD INDEX IF NOT EXISTS idx_insights_title (insight_title),
    ADD INDEX IF NOT EXISTS idx_insights_created (created_at, id),
    ADD INDEX IF NOT EXISTS idx_insights_updated (updated_at, id),
    ADD INDEX IF NOT EXISTS idx_insights_verified (last_verified, id);

CREATE FULLTEXT INDEX IF NOT EXISTS ft_insights
    ON environmental_insights (insight_title, insight_description);
