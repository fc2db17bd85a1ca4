-- Whoever renews a credential's token holds its lease meanwhile: a refresh token often works once only, so two
-- workstations must not use it at once. A lease ends by itself, by the server's clock.
CREATE TABLE IF NOT EXISTS credential_leases (
    id CHAR(36) NOT NULL,
    credential_id ${integration_credentials_id} NOT NULL,
    held_by VARCHAR(255) NULL,
    held_until TIMESTAMP(6) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uq_credential_leases_credential (credential_id),
    CONSTRAINT fk_credential_leases_credential FOREIGN KEY (credential_id) REFERENCES integration_credentials (id)
        ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
