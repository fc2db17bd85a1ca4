-- The tags of a machine.
CREATE TABLE IF NOT EXISTS infrastructure_tags (
    infrastructure_id ${infrastructure_id} NOT NULL,
    tag_id ${tags_id} NOT NULL,
    PRIMARY KEY (infrastructure_id, tag_id),
    KEY idx_it_tag (tag_id),
    CONSTRAINT infrastructure_tags_ibfk_1 FOREIGN KEY (infrastructure_id)
        REFERENCES infrastructure (id) ON DELETE CASCADE,
    CONSTRAINT infrastructure_tags_ibfk_2 FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
