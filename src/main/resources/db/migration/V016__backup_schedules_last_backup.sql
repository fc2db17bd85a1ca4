-- The other half of the ring between schedules and backups.
ALTER TABLE backup_schedules
    ADD CONSTRAINT fk_backup_schedules_last FOREIGN KEY IF NOT EXISTS (last_backup_id)
        REFERENCES backup_log (id) ON DELETE SET NULL;
