-- What was done in a session. infrastructure_ids is another program's list of machines (JSON, unchecked), read beside
-- infrastructure_id.
CREATE TABLE IF NOT EXISTS work_items (
    id CHAR(36) NOT NULL,
    session_id ${sessions_id} NOT NULL,
    category VARCHAR(50) NOT NULL,
    title VARCHAR(500) NOT NULL,
    description TEXT NULL,
    status VARCHAR(50) NOT NULL DEFAULT 'completed',
    priority VARCHAR(20) NULL,
    infrastructure_id ${infrastructure_id} NULL,
    infrastructure_ids LONGTEXT NULL,
    estimated_minutes INT NULL,
    actual_minutes INT NULL,
    completed_at TIMESTAMP(6) NULL DEFAULT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    KEY idx_work_items_session (session_id),
    KEY idx_work_items_infrastructure (infrastructure_id),
    FULLTEXT KEY ft_work_items (title, description),
    CONSTRAINT work_items_ibfk_1 FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT fk_work_items_infrastructure FOREIGN KEY (infrastructure_id)
        REFERENCES infrastructure (id) ON DELETE SET NULL,
    CONSTRAINT ck_work_items_category CHECK (category COLLATE utf8mb4_nopad_bin IN ('infrastructure',
        'troubleshooting', 'configuration', 'development', 'maintenance', 'security', 'documentation')),
    CONSTRAINT ck_work_items_status CHECK (status COLLATE utf8mb4_nopad_bin IN ('completed', 'in_progress',
        'blocked', 'pending', 'deferred')),
    CONSTRAINT ck_work_items_priority CHECK (priority COLLATE utf8mb4_nopad_bin IN ('critical', 'high', 'medium',
        'low'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE work_items
    ADD COLUMN IF NOT EXISTS session_id ${sessions_id} NULL,
    ADD COLUMN IF NOT EXISTS category VARCHAR(50) NULL,
    ADD COLUMN IF NOT EXISTS title VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS description TEXT NULL,
    ADD COLUMN IF NOT EXISTS status VARCHAR(50) NOT NULL DEFAULT 'completed',
    ADD COLUMN IF NOT EXISTS priority VARCHAR(20) NULL,
    ADD COLUMN IF NOT EXISTS infrastructure_ids LONGTEXT NULL,
    ADD COLUMN IF NOT EXISTS estimated_minutes INT NULL,
    ADD COLUMN IF NOT EXISTS actual_minutes INT NULL,
    ADD COLUMN IF NOT EXISTS completed_at TIMESTAMP(6) NULL DEFAULT NULL,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6) NOT NULL
        DEFAULT (IF(created_at > '1970-01-02', created_at, CURRENT_TIMESTAMP(6))) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_work_items_session (session_id);

CREATE FULLTEXT INDEX IF NOT EXISTS ft_work_items
    ON work_items (title, description);

-- The column comes with its key in one statement, so that a column of another program never gets a key that its writes
-- could break.
BEGIN NOT ATOMIC
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = 'work_items' AND column_name = 'infrastructure_id') THEN
        ALTER TABLE work_items
            ADD COLUMN infrastructure_id ${infrastructure_id} NULL,
            ADD INDEX idx_work_items_infrastructure (infrastructure_id),
            ADD CONSTRAINT fk_work_items_infrastructure FOREIGN KEY (infrastructure_id)
                REFERENCES infrastructure (id) ON DELETE SET NULL;
    END IF;
END;
