-- A list of exactly one known machine fills infrastructure_id; anything else, JSON or not, is left to be read as it is.
-- Every column that the server would stamp by itself is written with its own value. Where another program watches the
-- table with a trigger nothing is filled, since nobody knows what else that would write.
UPDATE work_items AS w
    JOIN infrastructure AS i
        ON i.id = CONVERT(JSON_VALUE(IF(JSON_VALID(w.infrastructure_ids), w.infrastructure_ids, NULL), '$[0]')
            USING ${infrastructure_charset}) COLLATE ${infrastructure_collation}
    SET w.infrastructure_id = i.id,
        w.created_at = w.created_at,
        w.completed_at = w.completed_at,
        w.updated_at = w.updated_at${work_items_stamps}
    WHERE w.infrastructure_id IS NULL
        AND JSON_LENGTH(IF(JSON_VALID(w.infrastructure_ids), w.infrastructure_ids, NULL)) = 1
        AND NOT EXISTS (SELECT 1 FROM information_schema.triggers
            WHERE event_object_schema = DATABASE() AND event_object_table = 'work_items'
                AND event_manipulation = 'UPDATE');
