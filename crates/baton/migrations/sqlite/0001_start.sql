CREATE TABLE admins (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE apps (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    authorization_key TEXT NOT NULL UNIQUE,
    authorization_secret TEXT NOT NULL,
    knowledge_version INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE api_keys (
    id INTEGER PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;

CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('customer', 'agent', 'assistant')),
    login TEXT,
    email TEXT,
    full_name TEXT NOT NULL,
    external_id TEXT,
    language TEXT,
    tags TEXT NOT NULL,
    custom TEXT NOT NULL,
    password_hash TEXT,
    disabled INTEGER NOT NULL,
    away INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    assigned_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (app, login),
    UNIQUE (app, external_id)
) STRICT;
CREATE INDEX users_of_app ON users (app, kind, id);
CREATE UNIQUE INDEX agents_by_email ON users (email) WHERE kind = 'agent';

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    admin INTEGER REFERENCES admins (id) ON DELETE CASCADE,
    user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CHECK ((admin IS NULL) <> (user_id IS NULL))
) STRICT;
CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE assistants (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id),
    settings TEXT NOT NULL,
    model_key TEXT,
    webhook_secret TEXT,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX assistants_of_app ON assistants (app, id);

CREATE TABLE pool (
    assistant TEXT NOT NULL REFERENCES assistants (id) ON DELETE CASCADE,
    agent INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (assistant, agent)
) STRICT, WITHOUT ROWID;
CREATE INDEX pools_of_agent ON pool (agent);

CREATE TABLE dialogs (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
    name TEXT,
    custom TEXT NOT NULL,
    assistant TEXT REFERENCES assistants (id),
    customer INTEGER REFERENCES users (id),
    phase TEXT CHECK (phase IN ('assistant', 'waiting', 'agent', 'closed')),
    turn INTEGER NOT NULL,
    handover TEXT,
    agent INTEGER REFERENCES users (id),
    passed_by INTEGER,
    since INTEGER,
    owes_since INTEGER,
    deadline INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((phase IN ('waiting', 'agent')) = (handover IS NOT NULL)),
    CHECK ((phase = 'agent') = (agent IS NOT NULL))
) STRICT;
CREATE INDEX dialogs_of_app ON dialogs (app, id);
CREATE INDEX dialogs_by_phase ON dialogs (app, phase, since);
CREATE INDEX dialogs_of_agent ON dialogs (agent, phase) WHERE agent IS NOT NULL;
CREATE INDEX dialogs_by_deadline ON dialogs (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX dialogs_of_customer ON dialogs (customer, id);

CREATE TABLE occupants (
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    delivered_seq INTEGER NOT NULL,
    read_seq INTEGER NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (dialog, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX occupants_by_user ON occupants (user_id, dialog);

CREATE TABLE messages (
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    sender INTEGER NOT NULL REFERENCES users (id),
    text TEXT NOT NULL,
    custom TEXT NOT NULL,
    ai TEXT,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (dialog, seq),
    UNIQUE (dialog, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    app INTEGER NOT NULL,
    dialog TEXT,
    audience TEXT NOT NULL CHECK (audience IN ('room', 'room_and_staff', 'staff')),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX events_of_dialog ON events (dialog, seq);

CREATE TABLE handovers (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    assistant TEXT NOT NULL REFERENCES assistants (id),
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'agent', 'ended')),
    outcome TEXT,
    agent INTEGER REFERENCES users (id),
    priority INTEGER NOT NULL,
    packet TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    assigned_at INTEGER,
    first_reply_at INTEGER,
    ended_at INTEGER,
    CHECK ((state = 'ended') = (outcome IS NOT NULL)),
    CHECK ((state = 'ended') = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX handovers_of_dialog ON handovers (dialog, id);
CREATE INDEX queue ON handovers (app, priority, began_at) WHERE state = 'waiting';

CREATE TABLE presence (
    connection TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    app INTEGER NOT NULL,
    lease_until INTEGER NOT NULL
) STRICT;
CREATE INDEX presence_of_user ON presence (user_id, lease_until);
CREATE INDEX presence_by_lease ON presence (lease_until);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    dedupe TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    leased_until INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    last_error TEXT,
    dead INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_due ON outbox (dead, due_at);

CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'markdown', 'html', 'qa')),
    state TEXT NOT NULL CHECK (state IN ('pending', 'ready', 'failed')),
    error TEXT,
    body TEXT NOT NULL,
    question TEXT,
    bytes INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((kind = 'qa') = (question IS NOT NULL)),
    CHECK ((state = 'failed') = (error IS NOT NULL))
) STRICT;
CREATE INDEX sources_of_app ON sources (app, id);

CREATE TABLE passages (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    app INTEGER NOT NULL,
    heading TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (source, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX passages_of_app ON passages (app, source);

CREATE TABLE unanswered (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    assistant TEXT NOT NULL REFERENCES assistants (id),
    dialog TEXT,
    meaning TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    score REAL NOT NULL,
    times INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'dismissed')),
    last_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX unanswered_by_meaning ON unanswered (app, meaning) WHERE state = 'open';
CREATE INDEX unanswered_of_app ON unanswered (app, state, times, id);
