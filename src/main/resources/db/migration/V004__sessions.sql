-- A piece of work by a technician.
CREATE TABLE IF NOT EXISTS sessions (
    id CHAR(36) NOT NULL,
    client_id ${clients_id} NULL,
    session_title VARCHAR(500) NOT NULL,
    session_date DATE NOT NULL,
    start_time TIMESTAMP(6) NULL DEFAULT NULL,
    end_time TIMESTAMP(6) NULL DEFAULT NULL,
    status VARCHAR(50) NOT NULL,
    is_billable TINYINT(1) NOT NULL DEFAULT 0,
    billable_hours DECIMAL(10,2) NULL,
    technician VARCHAR(255) NULL,
    summary TEXT NULL,
    notes TEXT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    KEY idx_sessions_client (client_id),
    KEY idx_sessions_date (session_date),
    KEY idx_sessions_client_order (client_id, session_date, id),
    FULLTEXT KEY ft_sessions (session_title, summary, notes),
    CONSTRAINT sessions_ibfk_1 FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE SET NULL,
    CONSTRAINT ck_sessions_status CHECK (status COLLATE utf8mb4_nopad_bin IN ('in_progress', 'completed', 'blocked',
        'pending')),
    CONSTRAINT ck_sessions_title CHECK (session_title <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE sessions
    ADD COLUMN IF NOT EXISTS client_id ${clients_id} NULL,
    ADD COLUMN IF NOT EXISTS session_title VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS session_date DATE NULL,
    ADD COLUMN IF NOT EXISTS start_time TIMESTAMP(6) NULL DEFAULT NULL,
    ADD COLUMN IF NOT EXISTS end_time TIMESTAMP(6) NULL DEFAULT NULL,
    ADD COLUMN IF NOT EXISTS status VARCHAR(50) NULL,
    ADD COLUMN IF NOT EXISTS is_billable TINYINT(1) NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS billable_hours DECIMAL(10,2) NULL,
    ADD COLUMN IF NOT EXISTS technician VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS summary TEXT NULL,
    ADD COLUMN IF NOT EXISTS notes TEXT NULL,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6)
        NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_sessions_client (client_id),
    ADD INDEX IF NOT EXISTS idx_sessions_date (session_date),
    ADD INDEX IF NOT EXISTS idx_sessions_client_order (client_id, session_date, id);

CREATE FULLTEXT INDEX IF NOT EXISTS ft_sessions
    ON sessions (session_title, summary, notes);
