-- When db-scheduler looks at which schedule next: the columns that it reads and writes, and those of every table here.
-- What is due stands in backup_schedules, and what became of it in backup_slots; these rows can be made anew.
CREATE TABLE IF NOT EXISTS scheduled_tasks (
    id CHAR(36) NOT NULL DEFAULT (UUID()),
    task_name VARCHAR(100) NOT NULL,
    task_instance VARCHAR(100) NOT NULL,
    task_data BLOB NULL,
    execution_time TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    picked TINYINT(1) NOT NULL DEFAULT 0,
    picked_by VARCHAR(255) NULL,
    last_success TIMESTAMP(6) NULL DEFAULT NULL,
    last_failure TIMESTAMP(6) NULL DEFAULT NULL,
    consecutive_failures INT NULL,
    last_heartbeat TIMESTAMP(6) NULL DEFAULT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    priority SMALLINT NULL,
    state VARCHAR(50) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uq_scheduled_tasks_instance (task_name, task_instance),
    KEY idx_scheduled_tasks_due (execution_time),
    KEY idx_scheduled_tasks_heartbeat (last_heartbeat),
    KEY idx_scheduled_tasks_priority (priority, execution_time)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
