-- A text belongs to the job of the minute it was written in: nothing needs to be remembered.
ALTER TABLE occupants DROP COLUMN mailed_seq;

CREATE TABLE labels (
    id INTEGER PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- The name as it is compared.
    folded TEXT NOT NULL,
    colour TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (app, folded)
) STRICT;

CREATE TABLE dialog_labels (
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    label INTEGER NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
    PRIMARY KEY (dialog, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX dialogs_of_label ON dialog_labels (label, dialog);

-- What happened last comes first.
CREATE INDEX dialogs_by_activity ON dialogs (app, updated_at, id) WHERE phase IS NOT NULL;
CREATE INDEX dialogs_in_phase ON dialogs (app, phase, updated_at, id) WHERE phase IS NOT NULL;
CREATE INDEX handovers_of_agent ON handovers (agent, dialog) WHERE agent IS NOT NULL;

CREATE TABLE notes (
    id TEXT PRIMARY KEY,
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    author INTEGER NOT NULL REFERENCES users (id),
    text TEXT NOT NULL,
    -- Ids of agents.
    mentions TEXT NOT NULL,
    written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_of_dialog ON notes (dialog, id);

CREATE TABLE canned_replies (
    id INTEGER PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    shortcut TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (app, shortcut)
) STRICT;

CREATE TABLE views (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX views_of_user ON views (user_id, id);

ALTER TABLE dialogs ADD COLUMN snoozed_until INTEGER;
ALTER TABLE users ADD COLUMN away_reason TEXT;

-- Every word of every support conversation, for search.
CREATE VIRTUAL TABLE message_words USING fts5 (
    -- A row has the number of its message.
    app UNINDEXED, dialog UNINDEXED, text,
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO message_words (rowid, app, dialog, text)
SELECT m.seq, d.app, m.dialog, m.text FROM messages m JOIN dialogs d ON d.id = m.dialog
WHERE d.phase IS NOT NULL ORDER BY m.seq;

CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    -- Empty: an admin or a program.
    uploader INTEGER REFERENCES users (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    -- The message that it was sent with; until then it may be removed.
    message TEXT,
    created_at INTEGER NOT NULL,
    -- The last: what comes after it in a row is slow to read.
    content BLOB NOT NULL
) STRICT;
CREATE INDEX attachments_of_dialog ON attachments (dialog, id);
CREATE INDEX attachments_unsent ON attachments (created_at) WHERE message IS NULL;
ALTER TABLE messages ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';

ALTER TABLE apps ADD COLUMN identity_secret TEXT;

CREATE TABLE ratings (
    handover TEXT PRIMARY KEY REFERENCES handovers (id) ON DELETE CASCADE,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    assistant TEXT NOT NULL REFERENCES assistants (id),
    agent INTEGER REFERENCES users (id),
    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    comment TEXT,
    rated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ratings_of_app ON ratings (app, rated_at);
CREATE INDEX ratings_of_dialog ON ratings (dialog, rated_at);

CREATE TABLE invitations (
    id INTEGER PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    full_name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('agent', 'supervisor', 'admin')),
    invited_by TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    accepted_at INTEGER,
    withdrawn_at INTEGER,
    CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
) STRICT;
CREATE INDEX invitations_of_app ON invitations (app, id);

CREATE TABLE webhooks (
    id INTEGER PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    url TEXT NOT NULL,
    -- Kinds of events.
    events TEXT NOT NULL,
    secret TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    -- The number of the last event that was looked at.
    seen_seq INTEGER NOT NULL,
    failing_since INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX webhooks_of_app ON webhooks (app, id);

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    webhook INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    -- Of one dialog they are sent in order.
    dialog TEXT,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
    attempts INTEGER NOT NULL,
    -- Of the last attempt.
    status INTEGER,
    error TEXT,
    created_at INTEGER NOT NULL,
    delivered_at INTEGER,
    next_try_at INTEGER,
    UNIQUE (webhook, seq),
    CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
) STRICT;
CREATE INDEX deliveries_of_webhook ON deliveries (webhook, id);
CREATE INDEX deliveries_by_state ON deliveries (webhook, state, id);
CREATE INDEX deliveries_pending ON deliveries (webhook, dialog, id) WHERE state = 'pending';
CREATE INDEX deliveries_by_age ON deliveries (created_at);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    -- Empty: it is about the whole installation.
    app INTEGER REFERENCES apps (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('admin', 'agent', 'key', 'system')),
    actor INTEGER,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    target_kind TEXT,
    target TEXT,
    target_name TEXT,
    changes TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_app ON audit (app, id);
