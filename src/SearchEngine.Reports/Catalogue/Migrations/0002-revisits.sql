-- Whether a capture's record holds its body, or points to the record of an earlier capture that does.

ALTER TABLE captures ADD COLUMN revisit INTEGER NOT NULL DEFAULT 0;

CREATE INDEX captures_by_digest ON captures (digest, id) WHERE revisit = 0;
CREATE INDEX pages_by_capture ON pages (capture_id);
