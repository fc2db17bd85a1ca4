-- Daily figures, derived and re-computable, never typed in. scope is the client's id or the word all, since a unique
-- key doesn't hold NULLs together.
CREATE TABLE IF NOT EXISTS learning_metrics (
    id CHAR(36) NOT NULL,
    metric_date DATE NOT NULL,
    client_id ${clients_id} NULL,
    scope VARCHAR(36) NOT NULL,
    metric_name VARCHAR(50) NOT NULL,
    value DECIMAL(18,6) NOT NULL,
    numerator BIGINT NULL,
    denominator BIGINT NULL,
    computed_at DATETIME(6) NOT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uq_learning_metrics (metric_date, scope, metric_name),
    KEY idx_metrics_client (client_id),
    CONSTRAINT fk_metrics_client FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT ck_metrics_name CHECK (metric_name COLLATE utf8mb4_nopad_bin IN ('insights_shown', 'insights_applied',
        'failures_prevented', 'examples_held', 'examples_contradicted', 'stale_share', 'repeat_failures'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
