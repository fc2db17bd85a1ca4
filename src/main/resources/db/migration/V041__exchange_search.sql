-- External ids and addresses are searched without reading what was sent and answered. Another program's columns may be
-- too long for an index; there the search goes through the rows.
SET @index_where_it_fits = (
    SELECT IF(COUNT(*) = 2 AND SUM(character_octet_length) <= 3060,
        'ALTER TABLE external_integrations ADD INDEX IF NOT EXISTS idx_ext_int_search (external_id, external_url)',
        'DO 0')
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'external_integrations'
        AND column_name IN ('external_id', 'external_url') AND data_type = 'varchar');

EXECUTE IMMEDIATE @index_where_it_fits;
