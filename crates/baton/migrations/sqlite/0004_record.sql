-- From a customer's first question to the end, with its one outcome.
CREATE TABLE episodes (
    id TEXT PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    assistant TEXT NOT NULL REFERENCES assistants (id),
    -- How it ended, or would if nothing more happened.
    ending TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    -- The first answer of the AI Agent, and the first reply of a person.
    answered_at INTEGER,
    replied_at INTEGER,
    ended_at INTEGER
) STRICT;
CREATE INDEX episodes_of_app ON episodes (app, ended_at);
CREATE INDEX episodes_of_dialog ON episodes (dialog, id);
CREATE UNIQUE INDEX episodes_open ON episodes (dialog) WHERE ended_at IS NULL;

ALTER TABLE dialogs ADD COLUMN episode TEXT;
ALTER TABLE dialogs ADD COLUMN ending TEXT;
CREATE INDEX dialogs_quiet ON dialogs (updated_at)
    WHERE episode IS NOT NULL AND phase = 'assistant' AND deadline IS NULL;

-- When the customer wrote what a person was needed for: from then on they wait.
ALTER TABLE handovers ADD COLUMN asked_at INTEGER NOT NULL DEFAULT 0;
UPDATE handovers SET asked_at = began_at;
-- What an agent must know to be the right one; empty: nothing.
ALTER TABLE handovers ADD COLUMN skill TEXT;
CREATE INDEX handovers_of_app ON handovers (app, began_at);

-- What an agent knows, and whether they may act on colleagues' conversations.
ALTER TABLE users ADD COLUMN skills TEXT NOT NULL DEFAULT '[]';
ALTER TABLE users ADD COLUMN supervises INTEGER NOT NULL DEFAULT 0;

-- Whose job it is, so that admins of the app can read what could not be done.
ALTER TABLE outbox ADD COLUMN app INTEGER;
CREATE INDEX outbox_dead ON outbox (app, id) WHERE dead;

-- Browsers that show messages although no page is open.
CREATE TABLE push_subscriptions (
    endpoint TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    p256dh TEXT NOT NULL,
    auth TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX push_subscriptions_of_user ON push_subscriptions (user_id);

-- Keys that the server made for itself.
CREATE TABLE server_keys (
    name TEXT PRIMARY KEY,
    secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whom to tell when nobody looks, and after how long.
ALTER TABLE apps ADD COLUMN notifications TEXT NOT NULL DEFAULT '{}';
ALTER TABLE apps ADD COLUMN notifications_secret TEXT;

-- Since when somebody who should look has not, how many were told, and when the next one is.
ALTER TABLE dialogs ADD COLUMN notify_since INTEGER;
ALTER TABLE dialogs ADD COLUMN notify_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dialogs ADD COLUMN notify_at INTEGER;
UPDATE dialogs SET notify_since = since, notify_at = since WHERE phase = 'waiting';
UPDATE dialogs SET notify_since = owes_since, notify_at = owes_since WHERE phase = 'agent' AND owes_since IS NOT NULL;
CREATE INDEX dialogs_to_notify ON dialogs (notify_at) WHERE notify_at IS NOT NULL;
-- How far what agents wrote was sent to the customer's address.
ALTER TABLE occupants ADD COLUMN mailed_seq INTEGER NOT NULL DEFAULT 0;

-- Agents by what they do together; a pool may consist of teams.
CREATE TABLE teams (
    id INTEGER PRIMARY KEY,
    app INTEGER NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (app, name)
) STRICT;

CREATE TABLE team_members (
    team INTEGER NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    agent INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (team, agent)
) STRICT, WITHOUT ROWID;
CREATE INDEX teams_of_agent ON team_members (agent);

CREATE TABLE pool_teams (
    assistant TEXT NOT NULL REFERENCES assistants (id) ON DELETE CASCADE,
    team INTEGER NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    PRIMARY KEY (assistant, team)
) STRICT, WITHOUT ROWID;
CREATE INDEX pools_of_team ON pool_teams (team);
