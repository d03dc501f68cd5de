-- Copies of one report on several sites are one work: its pages carry the id of the page that speaks for it.

ALTER TABLE pages ADD COLUMN work TEXT NOT NULL DEFAULT '';
ALTER TABLE pages ADD COLUMN fingerprint INTEGER;  -- 64-bit simhash of the body; null where copies are not looked for
ALTER TABLE pages ADD COLUMN body_length INTEGER;  -- characters of the body without white space

UPDATE pages SET work = coalesce(
    (SELECT other.id FROM pages other
     WHERE other.text_digest = pages.text_digest AND other.continues IS NULL
     ORDER BY other.first_capture, other.id LIMIT 1), id);

CREATE INDEX pages_by_work ON pages (work);
