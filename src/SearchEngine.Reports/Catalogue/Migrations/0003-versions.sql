-- The cleaned text of every capture, kept once for each distinct text, so that versions of a page can be compared.

CREATE TABLE texts (
    digest TEXT PRIMARY KEY,                 -- SHA-256 of the text, lower-case hex
    text   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE captures ADD COLUMN text_digest TEXT REFERENCES texts (digest);
