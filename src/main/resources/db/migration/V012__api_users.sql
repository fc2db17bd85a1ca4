-- People and services that the database knows. password_hash is NULL where the database account alone signs in.
CREATE TABLE IF NOT EXISTS api_users (
    id CHAR(36) NOT NULL,
    username VARCHAR(128) NOT NULL,
    display_name VARCHAR(255) NULL,
    email VARCHAR(255) NULL,
    role VARCHAR(20) NOT NULL,
    password_hash VARCHAR(255) NULL,
    is_active TINYINT(1) NOT NULL DEFAULT 1,
    failed_logins INT NOT NULL DEFAULT 0,
    locked_until DATETIME(6) NULL,
    last_login_at DATETIME(6) NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    row_version INT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY uq_api_users_username (username),
    CONSTRAINT ck_api_users_role CHECK (role COLLATE utf8mb4_nopad_bin IN ('viewer', 'technician', 'administrator',
        'service')),
    CONSTRAINT ck_api_users_username CHECK (username <> '')
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
