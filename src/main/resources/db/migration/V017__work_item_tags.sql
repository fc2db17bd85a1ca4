-- The tags of a work item.
CREATE TABLE IF NOT EXISTS work_item_tags (
    work_item_id ${work_items_id} NOT NULL,
    tag_id ${tags_id} NOT NULL,
    PRIMARY KEY (work_item_id, tag_id),
    KEY idx_wit_tag (tag_id),
    CONSTRAINT work_item_tags_ibfk_1 FOREIGN KEY (work_item_id) REFERENCES work_items (id) ON DELETE CASCADE,
    CONSTRAINT work_item_tags_ibfk_2 FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
