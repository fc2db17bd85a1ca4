-- Every backup of this database. outcome is NULL where another program took it: not recorded.
CREATE TABLE IF NOT EXISTS backup_log (
    id CHAR(36) NOT NULL,
    backup_type VARCHAR(50) NOT NULL,
    file_path VARCHAR(500) NOT NULL,
    file_size_bytes BIGINT NOT NULL DEFAULT 0,
    backup_started_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    backup_completed_at TIMESTAMP(6) NULL DEFAULT NULL,
    verification_status VARCHAR(50) NOT NULL DEFAULT 'not_verified',
    verification_details JSON NULL,
    database_host VARCHAR(255) NULL,
    database_name VARCHAR(100) NULL,
    backup_method VARCHAR(50) NOT NULL DEFAULT 'mysqldump',
    tool_version VARCHAR(100) NULL,
    sha256 CHAR(64) NULL,
    is_encrypted TINYINT(1) NULL,
    outcome VARCHAR(20) NULL,
    reason_code VARCHAR(50) NULL,
    schedule_id ${backup_schedules_id} NULL,
    slot_at DATETIME(6) NULL,
    failure TEXT NULL,
    taken_by VARCHAR(255) NULL,
    workstation VARCHAR(255) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY uq_backup_log_slot (schedule_id, slot_at),
    KEY idx_backup_type (backup_type),
    KEY idx_backup_date (backup_completed_at),
    KEY idx_verification_status (verification_status),
    KEY idx_backup_order (backup_started_at, id),
    CONSTRAINT fk_backup_log_schedule FOREIGN KEY (schedule_id) REFERENCES backup_schedules (id) ON DELETE SET NULL,
    CONSTRAINT ck_backup_log_type CHECK (backup_type COLLATE utf8mb4_nopad_bin IN ('daily', 'weekly', 'monthly',
        'manual', 'pre-migration')),
    CONSTRAINT ck_backup_log_verification CHECK (verification_status COLLATE utf8mb4_nopad_bin IN ('passed',
        'failed', 'not_verified')),
    CONSTRAINT ck_backup_log_outcome CHECK (outcome COLLATE utf8mb4_nopad_bin IN ('running', 'succeeded', 'failed',
        'abandoned')),
    CONSTRAINT ck_backup_log_size CHECK (file_size_bytes >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE backup_log
    ADD COLUMN IF NOT EXISTS backup_type VARCHAR(50) NULL,
    ADD COLUMN IF NOT EXISTS file_path VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS file_size_bytes BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS backup_started_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS backup_completed_at TIMESTAMP(6) NULL DEFAULT NULL,
    ADD COLUMN IF NOT EXISTS verification_status VARCHAR(50) NULL DEFAULT 'not_verified',
    ADD COLUMN IF NOT EXISTS verification_details JSON NULL,
    ADD COLUMN IF NOT EXISTS database_host VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS database_name VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS backup_method VARCHAR(50) NOT NULL DEFAULT 'mysqldump',
    ADD COLUMN IF NOT EXISTS tool_version VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    ADD COLUMN IF NOT EXISTS sha256 CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    ADD COLUMN IF NOT EXISTS is_encrypted TINYINT(1) NULL,
    ADD COLUMN IF NOT EXISTS outcome VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    ADD COLUMN IF NOT EXISTS reason_code VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    ADD COLUMN IF NOT EXISTS failure TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    ADD COLUMN IF NOT EXISTS taken_by VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    ADD COLUMN IF NOT EXISTS workstation VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6) NOT NULL
        DEFAULT (IF(created_at > '1970-01-02', created_at, CURRENT_TIMESTAMP(6))) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_backup_type (backup_type),
    ADD INDEX IF NOT EXISTS idx_backup_date (backup_completed_at),
    ADD INDEX IF NOT EXISTS idx_verification_status (verification_status),
    ADD INDEX IF NOT EXISTS idx_backup_order (backup_started_at, id);

-- One run a slot: both columns are ours, so the unique key is no hindrance to another program.
BEGIN NOT ATOMIC
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = 'backup_log' AND column_name = 'schedule_id') THEN
        ALTER TABLE backup_log
            ADD COLUMN schedule_id ${backup_schedules_id} NULL,
            ADD COLUMN slot_at DATETIME(6) NULL,
            ADD UNIQUE INDEX uq_backup_log_slot (schedule_id, slot_at),
            ADD CONSTRAINT fk_backup_log_schedule FOREIGN KEY (schedule_id)
                REFERENCES backup_schedules (id) ON DELETE SET NULL;
    END IF;
END;
