-- A note has the number of its event.
INSERT INTO notes (id, dialog, author, text, mentions, written_at, seq)
VALUES ('69220000aaaaaaaaaa0000f3', '69220000aaaaaaaaaa000011', 1, 'She prefers e-mail.', '[]', 1763823600000, 91);
