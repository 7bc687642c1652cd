-- Notes are found by their words, under the number of their event.
ALTER TABLE notes ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
UPDATE notes SET seq = COALESCE((SELECT e.seq FROM events e
    WHERE e.dialog = notes.dialog AND e.kind = 'note' AND json_extract(e.body, '$.id') = notes.id), 0);
INSERT INTO message_words (rowid, app, dialog, text)
SELECT n.seq, d.app, n.dialog, n.text FROM notes n JOIN dialogs d ON d.id = n.dialog
WHERE n.seq > 0 AND d.phase IS NOT NULL;
-- The app is a word as well, so that a search does not read what other apps wrote.
UPDATE message_words SET text = 'app' || app || ' ' || text;

-- A token ends with the key that made it.
ALTER TABLE sessions ADD COLUMN made_by_key INTEGER REFERENCES api_keys (id) ON DELETE CASCADE;
CREATE INDEX sessions_of_key ON sessions (made_by_key) WHERE made_by_key IS NOT NULL;

-- The link in a mail is another one than the link that was shown.
ALTER TABLE invitations ADD COLUMN mailed_hash TEXT;
CREATE UNIQUE INDEX invitations_mailed ON invitations (mailed_hash);

-- Names as they are compared; absent: not written since there is this column.
ALTER TABLE users ADD COLUMN folded TEXT;
ALTER TABLE sources ADD COLUMN folded TEXT;
CREATE INDEX users_unfolded ON users (id) WHERE folded IS NULL;
CREATE INDEX sources_unfolded ON sources (id) WHERE folded IS NULL;

-- A place in the queue, and how long conversations took, without reading every handover there ever was.
DROP INDEX queue;
CREATE INDEX queue ON handovers (app, state, priority, began_at, id) WHERE state = 'waiting';
CREATE INDEX handovers_handled ON handovers (app, id, assigned_at, ended_at)
WHERE assigned_at IS NOT NULL AND ended_at IS NOT NULL;
CREATE INDEX episodes_by_start ON episodes (app, began_at);

-- What one person uploads in a day.
CREATE INDEX attachments_of_uploader ON attachments (uploader, created_at) WHERE uploader IS NOT NULL;
