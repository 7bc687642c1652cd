-- From a customer's first question to the end, with its one outcome.
CREATE TABLE episodes (
    id TEXT PRIMARY KEY,
    app BIGINT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    dialog TEXT NOT NULL REFERENCES dialogs (id) ON DELETE CASCADE,
    assistant TEXT NOT NULL REFERENCES assistants (id),
    -- How it ended, or would if nothing more happened.
    ending TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    -- The first answer of the AI Agent, and the first reply of a person.
    answered_at BIGINT,
    replied_at BIGINT,
    ended_at BIGINT
);
CREATE INDEX episodes_of_app ON episodes (app, ended_at);
CREATE INDEX episodes_of_dialog ON episodes (dialog, id);
CREATE UNIQUE INDEX episodes_open ON episodes (dialog) WHERE ended_at IS NULL;

ALTER TABLE dialogs ADD COLUMN episode TEXT;
ALTER TABLE dialogs ADD COLUMN ending TEXT;
CREATE INDEX dialogs_in_episode ON dialogs (updated_at) WHERE episode IS NOT NULL;

-- When the customer wrote what a person was needed for: from then on they wait.
ALTER TABLE handovers ADD COLUMN asked_at BIGINT NOT NULL DEFAULT 0;
UPDATE handovers SET asked_at = began_at;
-- What an agent must know to be the right one; empty: nothing.
ALTER TABLE handovers ADD COLUMN skill TEXT;
CREATE INDEX handovers_of_app ON handovers (app, began_at);

-- What an agent knows, and whether they may act on colleagues' conversations.
ALTER TABLE users ADD COLUMN skills TEXT NOT NULL DEFAULT '[]';
ALTER TABLE users ADD COLUMN supervises BOOLEAN NOT NULL DEFAULT FALSE;

-- Whose job it is, so that admins of the app can read what could not be done.
ALTER TABLE outbox ADD COLUMN app BIGINT;
CREATE INDEX outbox_dead ON outbox (app, id) WHERE dead;

-- Browsers that show messages although no page is open.
CREATE TABLE push_subscriptions (
    endpoint TEXT PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    p256dh TEXT NOT NULL,
    auth TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX push_subscriptions_of_user ON push_subscriptions (user_id);

-- Keys that the server made for itself.
CREATE TABLE server_keys (
    name TEXT PRIMARY KEY,
    secret TEXT NOT NULL
);

-- Whom to tell when nobody looks, and after how long.
ALTER TABLE apps ADD COLUMN notifications TEXT NOT NULL DEFAULT '{}';
ALTER TABLE apps ADD COLUMN notifications_secret TEXT;

-- Since when somebody who should look has not, how many were told, and when the next one is.
ALTER TABLE dialogs ADD COLUMN notify_since BIGINT;
ALTER TABLE dialogs ADD COLUMN notify_step BIGINT NOT NULL DEFAULT 0;
ALTER TABLE dialogs ADD COLUMN notify_at BIGINT;
CREATE INDEX dialogs_to_notify ON dialogs (notify_at) WHERE notify_at IS NOT NULL;
-- How far what agents wrote was sent to the customer's address.
ALTER TABLE occupants ADD COLUMN mailed_seq BIGINT NOT NULL DEFAULT 0;
