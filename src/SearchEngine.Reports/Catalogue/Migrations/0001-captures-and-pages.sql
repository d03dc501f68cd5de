-- What is held: one row for every response or file in the archive, one for every page that was cleaned.
-- Everything here can be made again from the archive (searchengine index --rebuild).

CREATE TABLE captures (
    id           INTEGER PRIMARY KEY,
    url          TEXT    NOT NULL,
    fetched_at   TEXT    NOT NULL,           -- ISO 8601, UTC
    status       INTEGER NOT NULL,           -- HTTP status; 0 for a file
    content_type TEXT,
    digest       TEXT    NOT NULL,           -- SHA-256 of the body, lower-case hex
    warc_file    TEXT    NOT NULL,
    warc_offset  INTEGER NOT NULL,
    file_name    TEXT,                       -- of an imported file
    cleaned      INTEGER NOT NULL DEFAULT 0, -- 1 once the clean stage has dealt with it
    UNIQUE (warc_file, warc_offset)
) STRICT;

CREATE INDEX captures_by_url ON captures (url, id);
CREATE INDEX captures_by_digest ON captures (digest);
CREATE INDEX captures_to_clean ON captures (id) WHERE cleaned = 0;

CREATE TABLE pages (
    id            TEXT    PRIMARY KEY,       -- stable: short hash of address or digest, or the id given by jsonl
    url           TEXT,
    file_name     TEXT,
    capture_id    INTEGER NOT NULL REFERENCES captures (id),
    kind          TEXT    NOT NULL,
    title         TEXT,
    place         TEXT,                      -- GB/T 2260 or internal code
    region        TEXT,                      -- names joined by /
    year          INTEGER,
    published     TEXT,
    issuer        TEXT,
    topics        TEXT    NOT NULL,          -- ids joined by a space
    document      TEXT    NOT NULL,          -- CleanReport as JSON
    text_digest   TEXT,                      -- of a report's body; null where equal texts may be two works (jsonl)
    continues     TEXT,                      -- id of the page whose article goes on here
    first_capture INTEGER NOT NULL,
    revision      INTEGER NOT NULL,          -- of the catalogue, when this row last changed
    cleaned_at    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX pages_by_revision ON pages (revision);
CREATE INDEX pages_by_digest ON pages (text_digest, first_capture) WHERE text_digest IS NOT NULL;
CREATE INDEX pages_by_first_page ON pages (continues) WHERE continues IS NOT NULL;
CREATE INDEX pages_by_place ON pages (place, year);
CREATE INDEX pages_by_url ON pages (url);

CREATE TABLE parts (                         -- further pages of an article
    page_id TEXT    NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    url     TEXT    NOT NULL,
    PRIMARY KEY (page_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX parts_by_url ON parts (url);

CREATE TABLE fields (                        -- why a field has its value
    page_id    TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    ordinal    INTEGER NOT NULL,             -- 0 for the chosen value, then the rejected candidates
    value      TEXT,
    raw        TEXT,
    source     TEXT,
    confidence REAL,
    rejected   TEXT,                         -- why; null for the chosen value
    PRIMARY KEY (page_id, name, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO state (name, value) VALUES ('revision', 0), ('epoch', 1);
