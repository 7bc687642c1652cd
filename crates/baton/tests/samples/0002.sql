-- Knowledge of every origin and in every state, and what was learned from it, as the program of that time wrote them.
INSERT INTO sites (id, app, address, scope, depth_max, pages_max, every_hours, state, error, home, robots, listed_at,
    not_before, failures, turn, remaining_ms, started_at, next_at, created_at)
VALUES ('69220000aaaaaaaaaa000061', 1, 'https://shop.example/', 'site', 3, 200, 24, 'done', NULL, 'https://www.shop.example/',
        'User-agent: *', 1763823601000, 1763823609000, 0, 9, NULL, 1763823600000, 1763910000000, 1763823600000),
    ('69220000aaaaaaaaaa000062', 1, 'https://gone.example/', 'page', 0, 1, NULL, 'failed', 'There is no such site.',
        'https://gone.example/', NULL, NULL, 1763823604000, 3, 4, NULL, 1763823600000, NULL, 1763823600000),
    ('69220000aaaaaaaaaa000063', 1, 'https://slow.example/map.xml', 'sitemap', 0, 50, 168, 'reading', NULL,
        'https://slow.example/map.xml', '', 1763823601000, 1763823631000, 1, 3, 90000, 1763823600000, NULL, 1763823600000);

INSERT INTO sources (id, app, title, kind, format, address, site, language, fingerprint, state, error, body, question, phrasings,
    bytes, passages, encoded, encoded_by, version, created_at, updated_at)
VALUES ('69220000aaaaaaaaaa000044', 1, 'Opening hours', 'markdown', 'page', 'https://shop.example/hours', '69220000aaaaaaaaaa000061',
        'en', 'f044', 'ready', NULL, 'We are open from nine to five.', NULL, '[]', 30, 1, 1, 'aabbccddeeff', 2, 1763823600000,
        1763823602000),
    ('69220000aaaaaaaaaa000045', 1, 'handbook.pdf', 'markdown', 'pdf', NULL, NULL, NULL, 'f045', 'pending', NULL, '', NULL, '[]', 0, 0,
        0, '', 1, 1763823600000, 1763823600000),
    ('69220000aaaaaaaaaa000046', 1, 'Zips', 'qa', NULL, NULL, NULL, 'en', 'f046', 'ready', NULL, 'Yes, zips too.', 'Do you mend zips?',
        '["Are zips repaired?"]', 14, 1, 0, '', 1, 1763823600000, 1763823601000);

INSERT INTO passages (source, place, app, heading, text)
VALUES ('69220000aaaaaaaaaa000044', 0, 1, 'Hours', 'We are open from nine to five.'),
    ('69220000aaaaaaaaaa000046', 0, 1, NULL, 'Yes, zips too.');

INSERT INTO site_pages (site, address, place, depth, state, source, etag, last_modified, fingerprint, tries, detail,
    read_at)
VALUES ('69220000aaaaaaaaaa000061', 'https://shop.example/hours', 0, 1, 'read', '69220000aaaaaaaaaa000044', '"v1"',
        'Sat, 22 Nov 2025 15:00:00 GMT', 'f044', 0, NULL, 1763823602000),
    ('69220000aaaaaaaaaa000061', 'https://shop.example/old', 1, 1, 'failed', NULL, NULL, NULL, NULL, 3, 'status 500', NULL),
    ('69220000aaaaaaaaaa000063', 'https://slow.example/a', 1, 0, 'queued', NULL, NULL, NULL, NULL, 1, NULL, NULL);

INSERT INTO files (source, name, bytes) VALUES ('69220000aaaaaaaaaa000045', 'handbook.pdf', unhex('255044462d'));

INSERT INTO source_versions (source, version, title, question, phrasings, body, replaced_at)
VALUES ('69220000aaaaaaaaaa000044', 1, 'Hours', NULL, '[]', 'We are open from ten to four.', 1763823602000);

INSERT INTO vectors (source, place, model, app, whole, questions, words)
VALUES ('69220000aaaaaaaaaa000044', 0, 'aabbccddeeff', 1, unhex('7f00'), unhex(''), unhex('0000'));

INSERT INTO calibrations (app, model, knowledge_version, body, made_at)
VALUES (1, 'aabbccddeeff', 5, '{"shift":0.25,"slope":1.1,"taught":1,"own":[]}', 1763823603000);

INSERT INTO lessons (id, app, dialog, message, question, evidence, helpful, taught_by, taught_at)
VALUES ('69220000aaaaaaaaaa000071', 1, '69220000aaaaaaaaaa000011', '69220000aaaaaaaaaa000031', 'How long?', 1.5, 1, 'customer',
        1763823603000),
    ('69220000aaaaaaaaaa000072', 1, '69220000aaaaaaaaaa000011', '69220000aaaaaaaaaa000031', 'How long?', 1.5, 0, 'agent', 1763823604000);

INSERT INTO unanswered (id, app, assistant, dialog, meaning, question, reason, score, times, state, last_at, created_at, vector,
    model, source)
VALUES ('69220000aaaaaaaaaa000053', 1, '69220000aaaaaaaaaa000001', NULL, 'mend zip', 'Do you mend zips?', 'unknown_answer', 0.2, 2,
        'answered', 1763823600000, 1763823600000, unhex('7f01'), 'aabbccddeeff', '69220000aaaaaaaaaa000046');

INSERT INTO wordings (unanswered, question, times, last_at, outcome, score, replayed_at)
VALUES ('69220000aaaaaaaaaa000053', 'Do you mend zips?', 1, 1763823600000, 'answer', 0.9, 1763823605000),
    ('69220000aaaaaaaaaa000053', 'zips broken', 1, 1763823600000, NULL, NULL, NULL);

INSERT INTO replays (id, app, knowledge_version, asked, answered, worse, made_at)
VALUES ('69220000aaaaaaaaaa000081', 1, 5, 2, 1,
        '[{"unanswered":"69220000aaaaaaaaaa000053","question":"zips broken","score_before":0.8,"score":0.2}]', 1763823605000);
