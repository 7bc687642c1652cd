-- Notes are found by their words, under the number of their event.
ALTER TABLE notes ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
UPDATE notes SET seq = COALESCE((SELECT e.seq FROM events e
    WHERE e.dialog = notes.dialog AND e.kind = 'note' AND json_extract(e.body, '$.id') = notes.id), 0);
INSERT INTO message_words (rowid, app, dialog, text)
SELECT n.seq, d.app, n.dialog, n.text FROM notes n JOIN dialogs d ON d.id = n.dialog WHERE n.seq > 0;
