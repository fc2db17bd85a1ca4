-- What was told of backups by mail or to a hook, each once per channel, whichever workstation saw it first: who inserts
-- the row sends. A claim ends by the server's clock, so that what a program left behind is sent by another.
CREATE TABLE IF NOT EXISTS backup_notices (
    id CHAR(36) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    subject VARCHAR(190) NOT NULL,
    channel VARCHAR(20) NOT NULL,
    sentence TEXT NOT NULL,
    status VARCHAR(20) NOT NULL DEFAULT 'sending',
    workstation VARCHAR(255) NOT NULL,
    claimed_until DATETIME(6) NULL,
    attempts INT NOT NULL DEFAULT 1,
    next_attempt_at DATETIME(6) NULL,
    sent_at DATETIME(6) NULL,
    failure TEXT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uq_backup_notices_subject (subject, kind, channel),
    KEY idx_backup_notices_created (created_at),
    KEY idx_backup_notices_status (status, created_at),
    CONSTRAINT ck_backup_notices_kind CHECK (kind COLLATE utf8mb4_nopad_bin IN ('failed', 'overdue', 'back')),
    CONSTRAINT ck_backup_notices_channel CHECK (channel COLLATE utf8mb4_nopad_bin IN ('mail', 'zapier')),
    CONSTRAINT ck_backup_notices_status CHECK (status COLLATE utf8mb4_nopad_bin IN ('sending', 'sent', 'failed')),
    CONSTRAINT ck_backup_notices_attempts CHECK (attempts >= 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
