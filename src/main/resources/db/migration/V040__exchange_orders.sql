-- The log is read newest first under each of its facets, and counted by them without looking at what was sent and answered.
ALTER TABLE external_integrations
    ADD INDEX IF NOT EXISTS idx_ext_int_type_order (integration_type, created_at, id),
    ADD INDEX IF NOT EXISTS idx_ext_int_action_order (action, created_at, id),
    ADD INDEX IF NOT EXISTS idx_ext_int_direction_order (direction, created_at, id),
    ADD INDEX IF NOT EXISTS idx_ext_int_outcome_order (outcome, created_at, id),
    ADD INDEX IF NOT EXISTS idx_ext_int_status_order (http_status, created_at, id),
    ADD INDEX IF NOT EXISTS idx_ext_int_session_order (session_id, created_at, id);
