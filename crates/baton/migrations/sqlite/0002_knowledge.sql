-- Sites whose pages are read, from time to time.
CREATE TABLE sites (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('page', 'sitemap', 'site')),
    depth_max INTEGER NOT NULL,
    pages_max INTEGER NOT NULL,
    -- Empty: read once.
    every_hours INTEGER,
    state TEXT NOT NULL CHECK (state IN ('reading', 'done', 'cancelled', 'failed')),
    error TEXT,
    -- Where the address led when it was last read.
    home TEXT NOT NULL,
    -- The text of its robots.txt; empty: it is still to be read.
    robots TEXT,
    -- When the pages of this reading were listed; empty: they are still to be.
    listed_at INTEGER,
    -- It is not asked before.
    not_before INTEGER NOT NULL,
    -- So many times in a row it did not work.
    failures INTEGER NOT NULL,
    -- Grows with every step of a reading; whatever belongs to an earlier one comes too late.
    turn INTEGER NOT NULL,
    remaining_ms INTEGER,
    started_at INTEGER NOT NULL,
    -- When it is read again.
    next_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (app, address),
    CHECK ((state = 'failed') = (error IS NOT NULL))
) STRICT;

ALTER TABLE sources ADD COLUMN format TEXT;
ALTER TABLE sources ADD COLUMN address TEXT;
ALTER TABLE sources ADD COLUMN site TEXT REFERENCES sites (id) ON DELETE CASCADE;
ALTER TABLE sources ADD COLUMN language TEXT;
ALTER TABLE sources ADD COLUMN fingerprint TEXT;
ALTER TABLE sources ADD COLUMN phrasings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sources ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- How many passages have vectors, and by which model.
ALTER TABLE sources ADD COLUMN encoded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN encoded_by TEXT NOT NULL DEFAULT '';
CREATE INDEX sources_by_fingerprint ON sources (app, fingerprint);
CREATE INDEX sources_of_site ON sources (site);

CREATE TABLE site_pages (
    site TEXT NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    place INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'read', 'unchanged', 'duplicate', 'gone', 'failed', 'skipped')),
    source TEXT REFERENCES sources (id) ON DELETE SET NULL,
    etag TEXT,
    last_modified TEXT,
    fingerprint TEXT,
    tries INTEGER NOT NULL,
    -- Why, or of what.
    detail TEXT,
    -- When it was last known to be as it is stored.
    read_at INTEGER,
    PRIMARY KEY (site, address),
    CHECK ((state IN ('duplicate', 'failed', 'skipped')) = (detail IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX site_pages_in_order ON site_pages (site, state, tries, depth, place);
CREATE INDEX site_pages_of_source ON site_pages (source);

-- A file as it came in, until it has been read.
CREATE TABLE files (
    source TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What a source said before it was changed.
CREATE TABLE source_versions (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    question TEXT,
    phrasings TEXT NOT NULL,
    body TEXT NOT NULL,
    replaced_at INTEGER NOT NULL,
    PRIMARY KEY (source, version)
) STRICT, WITHOUT ROWID;

-- What passages mean, as an embedding model sees it.
CREATE TABLE vectors (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    model TEXT NOT NULL,
    app INTEGER NOT NULL,
    -- The passage as one vector, and each question it answers.
    whole BLOB NOT NULL,
    questions BLOB NOT NULL,
    -- Its words, sentence by sentence.
    words BLOB NOT NULL,
    PRIMARY KEY (source, place, model)
) STRICT;
CREATE INDEX vectors_of_app ON vectors (app, model, source, place);

-- How scores become probabilities in one app.
CREATE TABLE calibrations (
    app INTEGER PRIMARY KEY REFERENCES apps (id) ON DELETE CASCADE,
    -- Empty: by words alone.
    model TEXT NOT NULL,
    knowledge_version INTEGER NOT NULL,
    body TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- What customers and agents made of answers.
CREATE TABLE lessons (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    dialog TEXT NOT NULL,
    message TEXT NOT NULL,
    question TEXT NOT NULL,
    -- Log-odds before calibration.
    evidence REAL NOT NULL,
    helpful INTEGER NOT NULL CHECK (helpful IN (0, 1)),
    taught_by TEXT NOT NULL CHECK (taught_by IN ('customer', 'agent')),
    taught_at INTEGER NOT NULL,
    UNIQUE (app, message, taught_by)
) STRICT;
CREATE INDEX lessons_of_app ON lessons (app, taught_at);

ALTER TABLE unanswered ADD COLUMN vector BLOB;
ALTER TABLE unanswered ADD COLUMN model TEXT;
ALTER TABLE unanswered ADD COLUMN source TEXT REFERENCES sources (id) ON DELETE SET NULL;
CREATE INDEX unanswered_of_source ON unanswered (source);

-- Each wording of an unanswered question.
CREATE TABLE wordings (
    unanswered TEXT NOT NULL REFERENCES unanswered (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    times INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    -- What became of it when it was last asked again.
    outcome TEXT,
    score REAL,
    replayed_at INTEGER,
    PRIMARY KEY (unanswered, question),
    CHECK ((outcome IS NULL) = (replayed_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO wordings (unanswered, question, times, last_at) SELECT id, question, times, last_at FROM unanswered;

-- What a change of knowledge did to the questions that were once fixed.
CREATE TABLE replays (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    knowledge_version INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    worse TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX replays_of_app ON replays (app, id);
