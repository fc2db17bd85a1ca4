-- A session tied to a ticket elsewhere; the same ticket once per link type. ticket_status is the vendor's own word,
-- ticket_state is ours.
CREATE TABLE IF NOT EXISTS ticket_links (
    id CHAR(36) NOT NULL,
    session_id ${sessions_id} NULL,
    client_id ${clients_id} NULL,
    integration_type VARCHAR(100) NOT NULL,
    ticket_id VARCHAR(255) NOT NULL,
    ticket_number VARCHAR(100) NULL,
    ticket_subject VARCHAR(500) NULL,
    ticket_url VARCHAR(500) NULL,
    ticket_status VARCHAR(100) NULL,
    ticket_state VARCHAR(20) NOT NULL DEFAULT 'unknown',
    link_type VARCHAR(50) NOT NULL DEFAULT 'related',
    link_note TEXT NULL,
    linked_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    linked_by VARCHAR(255) NULL,
    status_checked_at DATETIME(6) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY uq_ticket_links (session_id, integration_type, ticket_id, link_type),
    KEY idx_ticket_session (session_id),
    KEY idx_ticket_client (client_id),
    KEY idx_ticket_external (integration_type, ticket_id),
    KEY idx_ticket_order (linked_at, id),
    KEY idx_ticket_client_order (client_id, linked_at, id),
    FULLTEXT KEY ft_ticket_links (ticket_subject, link_note),
    CONSTRAINT ticket_links_ibfk_1 FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT ticket_links_ibfk_2 FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE SET NULL,
    CONSTRAINT ck_ticket_links_system CHECK (integration_type COLLATE utf8mb4_nopad_bin IN ('syncro_msp', 'autotask',
        'connectwise')),
    CONSTRAINT ck_ticket_links_type CHECK (link_type COLLATE utf8mb4_nopad_bin IN ('related', 'resolves',
        'documents')),
    CONSTRAINT ck_ticket_links_state CHECK (ticket_state COLLATE utf8mb4_nopad_bin IN ('open', 'waiting', 'closed',
        'unknown'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a table of another program lacks. Nothing that it writes is checked, retyped or made unique.
ALTER TABLE ticket_links
    ADD COLUMN IF NOT EXISTS session_id ${sessions_id} NULL,
    ADD COLUMN IF NOT EXISTS client_id ${clients_id} NULL,
    ADD COLUMN IF NOT EXISTS integration_type VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS ticket_id VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS ticket_number VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS ticket_subject VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS ticket_url VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS ticket_status VARCHAR(100) NULL,
    ADD COLUMN IF NOT EXISTS ticket_state VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
        NOT NULL DEFAULT 'unknown',
    ADD COLUMN IF NOT EXISTS link_type VARCHAR(50) NULL,
    ADD COLUMN IF NOT EXISTS link_note TEXT NULL,
    ADD COLUMN IF NOT EXISTS linked_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS linked_by VARCHAR(255) NULL,
    ADD COLUMN IF NOT EXISTS status_checked_at DATETIME(6) NULL,
    ADD COLUMN IF NOT EXISTS created_at TIMESTAMP(6) NOT NULL
        DEFAULT (IF(linked_at > '1970-01-02', linked_at, CURRENT_TIMESTAMP(6))),
    ADD COLUMN IF NOT EXISTS updated_at TIMESTAMP(6) NOT NULL
        DEFAULT (IF(linked_at > '1970-01-02', linked_at, CURRENT_TIMESTAMP(6))) ON UPDATE CURRENT_TIMESTAMP(6),
    ADD COLUMN IF NOT EXISTS row_version INT NOT NULL DEFAULT 0,
    ADD INDEX IF NOT EXISTS idx_ticket_session (session_id),
    ADD INDEX IF NOT EXISTS idx_ticket_client (client_id),
    ADD INDEX IF NOT EXISTS idx_ticket_external (integration_type, ticket_id),
    ADD INDEX IF NOT EXISTS idx_ticket_order (linked_at, id),
    ADD INDEX IF NOT EXISTS idx_ticket_client_order (client_id, linked_at, id);

CREATE FULLTEXT INDEX IF NOT EXISTS ft_ticket_links
    ON ticket_links (ticket_subject, link_note);
