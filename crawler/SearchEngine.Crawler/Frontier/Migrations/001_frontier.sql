-- One row a crawl command; an unfinished one is taken up again by the same seeds.
CREATE TABLE run (
    id          INTEGER PRIMARY KEY,
    seeds       TEXT NOT NULL,
    started_at  TEXT NOT NULL,
    finished_at TEXT
);

-- Every address ever queued, in its canonical spelling, with what a later conditional request needs.
CREATE TABLE url (
    id            INTEGER PRIMARY KEY,
    text          TEXT NOT NULL UNIQUE,
    host          TEXT NOT NULL,
    path          TEXT NOT NULL,
    etag          TEXT,
    last_modified TEXT
);
CREATE INDEX url_path ON url (path);

-- An address within a run. state: 0 queued, 1 done, 2 failed, 3 refused, 4 blocked.
CREATE TABLE visit (
    run       INTEGER NOT NULL REFERENCES run (id),
    url       INTEGER NOT NULL REFERENCES url (id),
    host      TEXT    NOT NULL,
    state     INTEGER NOT NULL,
    depth     INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    redirects INTEGER NOT NULL,
    via       INTEGER REFERENCES url (id),
    status    INTEGER,
    reason    TEXT,
    PRIMARY KEY (run, url)
) WITHOUT ROWID;
CREATE INDEX visit_queue ON visit (run, host, state, depth, kind, url);

-- What a page linked to when it was last read: an unchanged page (304) is not read again.
CREATE TABLE link (
    source  INTEGER NOT NULL REFERENCES url (id),
    ordinal INTEGER NOT NULL,
    target  TEXT    NOT NULL,
    kind    INTEGER NOT NULL,
    same_as TEXT,
    PRIMARY KEY (source, ordinal)
) WITHOUT ROWID;

-- Politeness that survives a restart.
CREATE TABLE host (
    name          TEXT PRIMARY KEY,
    last_fetch_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE robots (
    origin     TEXT PRIMARY KEY,
    verdict    INTEGER NOT NULL,
    body       BLOB    NOT NULL,
    fetched_at INTEGER NOT NULL
) WITHOUT ROWID;
