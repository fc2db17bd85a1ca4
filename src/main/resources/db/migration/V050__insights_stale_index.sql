-- How many insights are stale, by category, is answered from an index alone.
CREATE INDEX IF NOT EXISTS idx_insights_stale
    ON environmental_insights (insight_category, last_verified);
