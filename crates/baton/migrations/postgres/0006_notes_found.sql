-- Notes are found by their words, under the number of their event.
ALTER TABLE notes ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;
UPDATE notes SET seq = COALESCE((SELECT e.seq FROM events e
    WHERE e.dialog = notes.dialog AND e.kind = 'note' AND e.body::json ->> 'id' = notes.id), 0);
INSERT INTO message_words (seq, app, dialog, words)
SELECT n.seq, d.app, n.dialog, to_tsvector('simple', n.text) FROM notes n JOIN dialogs d ON d.id = n.dialog
WHERE n.seq > 0;
