-- One row or more in each table, as the program of that time wrote them; every phase of a dialog.
INSERT INTO admins (id, email, full_name, password_hash, created_at)
VALUES (1, 'astrid@shop.example', 'Astrid', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', 1763823600000);

INSERT INTO apps (id, name, authorization_key, authorization_secret, knowledge_version, created_at)
VALUES (1, 'Shop', 'ak_1', 'as_1', 2, 1763823600000);

INSERT INTO api_keys (id, app, name, token_hash, created_at, last_used_at)
VALUES (1, 1, 'Importer', 'aa01', 1763823600000, NULL), (2, 1, 'Site', 'aa02', 1763823600000, 1763823700000);

INSERT INTO users (id, app, kind, login, email, full_name, external_id, language, tags, custom, password_hash, disabled,
    away, capacity, assigned_at, created_at)
VALUES (1, 1, 'agent', NULL, 'ana@shop.example', 'Ana', NULL, NULL, '[]', '{}', '$argon2id$1', FALSE, FALSE, 6, 0, 1763823600000),
    (2, 1, 'agent', NULL, 'ben@shop.example', 'Ben', NULL, NULL, '[]', '{}', '$argon2id$2', TRUE, TRUE, 2, 1763823650000, 1763823600000),
    (3, 1, 'assistant', 'guide', NULL, 'Guide', NULL, NULL, '[]', '{}', NULL, FALSE, FALSE, 6, 0, 1763823600000),
    (4, 1, 'customer', NULL, 'ida@example.com', 'Ida', 'crm-4', 'de-AT', '["vip"]', '{"plan":"gold"}', NULL, FALSE, FALSE, 6, 0, 1763823600000);

INSERT INTO sessions (token_hash, admin, user_id, created_at, expires_at)
VALUES ('bb01', 1, NULL, 1763823600000, 1795359600000), ('bb02', NULL, 4, 1763823600000, 1795359600000);

INSERT INTO assistants (id, app, user_id, settings, model_key, webhook_secret, version, deleted, created_at, updated_at)
VALUES ('69220000aaaaaaaaaa000001', 1, 3, '{"name":"Guide","command":"guide","unanswered":{"action":"human_handover"}}', NULL,
    NULL, 3, FALSE, 1763823600000, 1763823650000);

INSERT INTO pool (assistant, agent, place) VALUES ('69220000aaaaaaaaaa000001', 2, 0), ('69220000aaaaaaaaaa000001', 1, 1);

INSERT INTO dialogs (id, app, kind, name, custom, assistant, customer, phase, turn, handover, agent, passed_by, since,
    owes_since, deadline, created_at, updated_at)
VALUES ('69220000aaaaaaaaaa000011', 1, 2, NULL, '{}', '69220000aaaaaaaaaa000001', 4, 'assistant', 1, NULL, NULL, NULL, NULL,
        NULL, 1763823690000, 1763823600000, 1763823600000),
    ('69220000aaaaaaaaaa000012', 1, 2, 'Parcel', '{"page":"/"}', '69220000aaaaaaaaaa000001', 4, 'waiting', 3,
        '69220000aaaaaaaaaa000021', NULL, 2, 1763823600000, 1763823600000, 1763827200000, 1763823600000, 1763823600000),
    ('69220000aaaaaaaaaa000013', 1, 1, NULL, '{}', '69220000aaaaaaaaaa000001', 4, 'agent', 2, '69220000aaaaaaaaaa000022', 1,
        NULL, 1763823600000, NULL, 1763910000000, 1763823600000, 1763823600000),
    ('69220000aaaaaaaaaa000014', 1, 2, NULL, '{}', '69220000aaaaaaaaaa000001', 4, 'closed', 5, NULL, NULL, NULL, NULL, NULL,
        NULL, 1763823600000, 1763823600000),
    ('69220000aaaaaaaaaa000015', 1, 3, NULL, '{}', NULL, 4, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 1763823600000,
        1763823600000);

INSERT INTO occupants (dialog, user_id, delivered_seq, read_seq, joined_at)
VALUES ('69220000aaaaaaaaaa000011', 4, 2, 1, 1763823600000);

INSERT INTO messages (dialog, seq, id, sender, text, custom, ai, sent_at)
VALUES ('69220000aaaaaaaaaa000011', 1, '69220000aaaaaaaaaa000031', 3, 'Hello!', '{}',
        '{"kind":"welcome","found":true,"sources":[],"suggestions":["How long?"]}', 1763823600000),
    ('69220000aaaaaaaaaa000011', 2, '69220000aaaaaaaaaa000032', 4, 'Wo ist mein Paket?', '{"page":"/cart"}', NULL, 1763823600000);

INSERT INTO events (seq, app, dialog, audience, kind, at, body)
VALUES (1, 1, '69220000aaaaaaaaaa000011', 'room', 'message', 1763823600000, '{"text":"Hello!"}'),
    (2, 1, '69220000aaaaaaaaaa000011', 'room_and_staff', 'control', 1763823600000, '{}'),
    (3, 1, NULL, 'staff', 'presence', 1763823600000, '{"agent":1,"online":true,"away":false}');

INSERT INTO handovers (id, app, dialog, assistant, reason, state, outcome, agent, priority, packet, began_at, assigned_at,
    first_reply_at, ended_at)
VALUES ('69220000aaaaaaaaaa000021', 1, '69220000aaaaaaaaaa000012', '69220000aaaaaaaaaa000001', 'unknown_answer', 'waiting', NULL,
        NULL, 1, '{"question":"Where?","why":"","passages":[],"threshold":0.5,"summary":"","draft":null,"customer":null,"language":"de","earlier":[]}',
        1763823600000, NULL, NULL, NULL),
    ('69220000aaaaaaaaaa000022', 1, '69220000aaaaaaaaaa000013', '69220000aaaaaaaaaa000001', 'asked_for_human', 'agent', NULL, 1, 0,
        '{"question":null,"why":"","passages":[],"threshold":0.0,"summary":"","draft":null,"customer":null,"language":null,"earlier":[]}',
        1763823600000, 1763823610000, 1763823620000, NULL),
    ('69220000aaaaaaaaaa000023', 1, '69220000aaaaaaaaaa000014', '69220000aaaaaaaaaa000001', 'agent_takeover', 'ended', 'solved', 1, 0,
        '{"question":null,"why":"","passages":[],"threshold":0.0,"summary":"","draft":null,"customer":null,"language":null,"earlier":[]}',
        1763823600000, 1763823600000, NULL, 1763823630000);

INSERT INTO presence (connection, user_id, app, lease_until) VALUES ('1-1', 1, 1, 1763823630000);

INSERT INTO outbox (kind, dedupe, body, due_at, leased_until, attempts, last_error, dead, created_at)
VALUES ('ask', 'ask:69220000aaaaaaaaaa000011:1', '{"dialog":"69220000aaaaaaaaaa000011","turn":1}', 1763823600250, 0, 0, NULL, FALSE,
        1763823600000),
    ('webhook', 'webhook:69220000aaaaaaaaaa000014:4', '{"app":1,"assistant":"69220000aaaaaaaaaa000001","payload":"{}"}', 1763823600000, 0,
        8, 'the webhook answered with status 500', TRUE, 1763823600000);

INSERT INTO sources (id, app, title, kind, state, error, body, question, bytes, passages, created_at, updated_at)
VALUES ('69220000aaaaaaaaaa000041', 1, 'Returns', 'qa', 'ready', NULL, 'Thirty days.', 'How long?', 12, 1, 1763823600000, 1763823601000),
    ('69220000aaaaaaaaaa000042', 1, 'Empty', 'markdown', 'failed', 'there is no text in it', '', NULL, 0, 0, 1763823600000, 1763823601000),
    ('69220000aaaaaaaaaa000043', 1, 'Sizes', 'text', 'pending', NULL, 'M is medium.', NULL, 12, 0, 1763823600000, 1763823600000);

INSERT INTO passages (source, place, app, heading, text) VALUES ('69220000aaaaaaaaaa000041', 0, 1, NULL, 'Thirty days.');

INSERT INTO unanswered (id, app, assistant, dialog, meaning, question, reason, score, times, state, last_at, created_at)
VALUES ('69220000aaaaaaaaaa000051', 1, '69220000aaaaaaaaaa000001', '69220000aaaaaaaaaa000012', 'parcel where', 'Where is it?',
        'unknown_answer', 0.25, 2, 'open', 1763823600000, 1763823600000),
    ('69220000aaaaaaaaaa000052', 1, '69220000aaaaaaaaaa000001', NULL, 'repair', 'Do you repair?', 'model_error', 0, 1, 'answered',
        1763823600000, 1763823600000);
