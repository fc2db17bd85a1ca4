-- Which clients may write: one row, kept by the program that migrates.
-- A client that knows a lower version than min_client reads at most.
CREATE TABLE IF NOT EXISTS schema_info (
    id INT NOT NULL DEFAULT 1,
    current_version INT NOT NULL,
    min_client INT NOT NULL,
    created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    CONSTRAINT ck_schema_info_one_row CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
