-- What became of each time at which a schedule's backup was due. Whoever takes it holds it until lease_until, by the
-- server's clock, under a number that only grows: who has a lower one may not publish any more.
CREATE TABLE IF NOT EXISTS backup_slots (
    id CHAR(36) NOT NULL,
    schedule_id ${backup_schedules_id} NOT NULL,
    slot_at DATETIME(6) NOT NULL,
    fence INT NOT NULL DEFAULT 0,
    outcome VARCHAR(20) NOT NULL,
    reason_code VARCHAR(50) NULL,
    holder VARCHAR(255) NULL,
    lease_until TIMESTAMP(6) NULL DEFAULT NULL,
    started_at TIMESTAMP(6) NULL DEFAULT NULL,
    ended_at TIMESTAMP(6) NULL DEFAULT NULL,
    backup_id ${backup_log_id} NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uq_backup_slots_slot (schedule_id, slot_at),
    KEY idx_backup_slots_outcome (schedule_id, outcome),
    KEY idx_backup_slots_backup (backup_id),
    CONSTRAINT fk_backup_slots_schedule FOREIGN KEY (schedule_id) REFERENCES backup_schedules (id) ON DELETE CASCADE,
    CONSTRAINT fk_backup_slots_backup FOREIGN KEY (backup_id) REFERENCES backup_log (id) ON DELETE SET NULL,
    CONSTRAINT ck_backup_slots_outcome CHECK (outcome COLLATE utf8mb4_nopad_bin IN ('running', 'succeeded', 'failed',
        'abandoned', 'missed')),
    CONSTRAINT ck_backup_slots_fence CHECK (fence >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
