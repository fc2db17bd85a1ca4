-- Of how many days, weeks and months the newest backup of a schedule is kept, whatever its count and its days say.
ALTER TABLE backup_schedules
    ADD COLUMN IF NOT EXISTS retention_daily INT NULL,
    ADD COLUMN IF NOT EXISTS retention_weekly INT NULL,
    ADD COLUMN IF NOT EXISTS retention_monthly INT NULL,
    ADD CONSTRAINT IF NOT EXISTS ck_backup_schedules_daily CHECK (retention_daily >= 1),
    ADD CONSTRAINT IF NOT EXISTS ck_backup_schedules_weekly CHECK (retention_weekly >= 1),
    ADD CONSTRAINT IF NOT EXISTS ck_backup_schedules_monthly CHECK (retention_monthly >= 1);
