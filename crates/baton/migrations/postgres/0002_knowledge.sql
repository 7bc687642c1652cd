-- Sites whose pages are read, from time to time.
CREATE TABLE sites (
    id TEXT PRIMARY KEY,
    app BIGINT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('page', 'sitemap', 'site')),
    depth_max BIGINT NOT NULL,
    pages_max BIGINT NOT NULL,
    -- Empty: read once.
    every_hours BIGINT,
    state TEXT NOT NULL CHECK (state IN ('reading', 'done', 'cancelled', 'failed')),
    error TEXT,
    -- Where the address led when it was last read.
    home TEXT NOT NULL,
    -- The text of its robots.txt; empty: it is still to be read.
    robots TEXT,
    -- When the pages of this reading were listed; empty: they are still to be.
    listed_at BIGINT,
    -- It is not asked before.
    not_before BIGINT NOT NULL,
    -- So many times in a row it did not work.
    failures BIGINT NOT NULL,
    -- Grows with every step of a reading; whatever belongs to an earlier one comes too late.
    turn BIGINT NOT NULL,
    remaining_ms BIGINT,
    started_at BIGINT NOT NULL,
    -- When it is read again.
    next_at BIGINT,
    created_at BIGINT NOT NULL,
    UNIQUE (app, address),
    CHECK ((state = 'failed') = (error IS NOT NULL))
);

ALTER TABLE sources ADD COLUMN format TEXT;
ALTER TABLE sources ADD COLUMN address TEXT;
ALTER TABLE sources ADD COLUMN site TEXT REFERENCES sites (id) ON DELETE CASCADE;
ALTER TABLE sources ADD COLUMN language TEXT;
ALTER TABLE sources ADD COLUMN fingerprint TEXT;
ALTER TABLE sources ADD COLUMN phrasings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sources ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
-- How many passages have vectors, and by which model.
ALTER TABLE sources ADD COLUMN encoded BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN encoded_by TEXT NOT NULL DEFAULT '';
CREATE INDEX sources_by_fingerprint ON sources (app, fingerprint);
CREATE INDEX sources_of_site ON sources (site);

CREATE TABLE site_pages (
    site TEXT NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    place BIGINT NOT NULL,
    depth BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'read', 'unchanged', 'duplicate', 'gone', 'failed', 'skipped')),
    source TEXT REFERENCES sources (id) ON DELETE SET NULL,
    etag TEXT,
    last_modified TEXT,
    fingerprint TEXT,
    tries BIGINT NOT NULL,
    -- Why, or of what.
    detail TEXT,
    -- When it was last known to be as it is stored.
    read_at BIGINT,
    PRIMARY KEY (site, address),
    CHECK ((state IN ('duplicate', 'failed', 'skipped')) = (detail IS NOT NULL))
);
CREATE INDEX site_pages_in_order ON site_pages (site, state, tries, depth, place);
CREATE INDEX site_pages_of_source ON site_pages (source);

-- A file as it came in, until it has been read.
CREATE TABLE files (
    source TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    bytes BYTEA NOT NULL
);

-- What a source said before it was changed.
CREATE TABLE source_versions (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    question TEXT,
    phrasings TEXT NOT NULL,
    body TEXT NOT NULL,
    replaced_at BIGINT NOT NULL,
    PRIMARY KEY (source, version)
);

-- What passages mean, as an embedding model sees it.
CREATE TABLE vectors (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,
    model TEXT NOT NULL,
    app BIGINT NOT NULL,
    -- The passage as one vector, and each question it answers.
    whole BYTEA NOT NULL,
    questions BYTEA NOT NULL,
    -- Its words, sentence by sentence.
    words BYTEA NOT NULL,
    PRIMARY KEY (source, place, model)
);
CREATE INDEX vectors_of_app ON vectors (app, model, source, place);

-- How scores become probabilities in one app.
CREATE TABLE calibrations (
    app BIGINT PRIMARY KEY REFERENCES apps (id) ON DELETE CASCADE,
    -- Empty: by words alone.
    model TEXT NOT NULL,
    knowledge_version BIGINT NOT NULL,
    body TEXT NOT NULL,
    made_at BIGINT NOT NULL
);

-- What customers and agents made of answers.
CREATE TABLE lessons (
    id TEXT PRIMARY KEY,
    app BIGINT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    dialog TEXT NOT NULL,
    message TEXT NOT NULL,
    question TEXT NOT NULL,
    -- Log-odds before calibration.
    evidence DOUBLE PRECISION NOT NULL,
    helpful BIGINT NOT NULL CHECK (helpful IN (0, 1)),
    taught_by TEXT NOT NULL CHECK (taught_by IN ('customer', 'agent')),
    taught_at BIGINT NOT NULL,
    UNIQUE (app, message, taught_by)
);
CREATE INDEX lessons_of_app ON lessons (app, taught_at);

ALTER TABLE unanswered ADD COLUMN vector BYTEA;
ALTER TABLE unanswered ADD COLUMN model TEXT;
ALTER TABLE unanswered ADD COLUMN source TEXT REFERENCES sources (id) ON DELETE SET NULL;
CREATE INDEX unanswered_of_source ON unanswered (source);

-- Each wording of an unanswered question.
CREATE TABLE wordings (
    unanswered TEXT NOT NULL REFERENCES unanswered (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    times BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    -- What became of it when it was last asked again.
    outcome TEXT,
    score DOUBLE PRECISION,
    replayed_at BIGINT,
    PRIMARY KEY (unanswered, question),
    CHECK ((outcome IS NULL) = (replayed_at IS NULL))
);
INSERT INTO wordings (unanswered, question, times, last_at) SELECT id, question, times, last_at FROM unanswered;

-- What a change of knowledge did to the questions that were once fixed.
CREATE TABLE replays (
    id TEXT PRIMARY KEY,
    app BIGINT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    knowledge_version BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    answered BIGINT NOT NULL,
    worse TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX replays_of_app ON replays (app, id);
