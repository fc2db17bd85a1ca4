-- Who said that an insight is still true, and when.
CREATE TABLE IF NOT EXISTS insight_verifications (
    id CHAR(36) NOT NULL,
    insight_id ${environmental_insights_id} NOT NULL,
    api_user_id ${api_users_id} NULL,
    verified_by VARCHAR(255) NULL,
    verified_at DATETIME(6) NOT NULL,
    note TEXT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    KEY idx_verifications_insight (insight_id, verified_at, id),
    KEY idx_verifications_user (api_user_id),
    CONSTRAINT fk_verifications_insight FOREIGN KEY (insight_id)
        REFERENCES environmental_insights (id) ON DELETE CASCADE,
    CONSTRAINT fk_verifications_user FOREIGN KEY (api_user_id) REFERENCES api_users (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
