-- What the screens keep: labels, notes, replies, a view, a file, a rating, an invitation, a webhook, who did what.
INSERT INTO labels (id, app, name, folded, colour, created_at) VALUES (1, 1, 'Refund', 'refund', 'red', 1763823600000);

INSERT INTO dialog_labels (dialog, label) VALUES ('69220000aaaaaaaaaa000011', 1);

INSERT INTO notes (id, dialog, author, text, mentions, written_at)
VALUES ('69220000aaaaaaaaaa0000f1', '69220000aaaaaaaaaa000011', 1, 'She called before.', '[2]', 1763823600000);

INSERT INTO events (seq, app, dialog, audience, kind, at, body)
VALUES (90, 1, '69220000aaaaaaaaaa000011', 'staff', 'note', 1763823600000, '{"id":"69220000aaaaaaaaaa0000f1"}');

INSERT INTO canned_replies (id, app, shortcut, text, created_at) VALUES (1, 1, 'hello', 'Hello {customer}!', 1763823600000);

INSERT INTO views (id, user_id, name, filter, created_at) VALUES (1, 1, 'Refunds', '{"label":1}', 1763823600000);

UPDATE dialogs SET snoozed_until = 1763827200000 WHERE id = '69220000aaaaaaaaaa000013';

UPDATE users SET away_reason = 'Lunch' WHERE id = 2;

INSERT INTO attachments (id, dialog, uploader, name, media_type, bytes, width, height, content, message, created_at)
VALUES ('69220000aaaaaaaaaa0000f2', '69220000aaaaaaaaaa000011', 4, 'shoe.png', 'image/png', 4, 1, 1, unhex('89504e47'),
        '69220000aaaaaaaaaa000032', 1763823600000);

UPDATE messages SET attachments = '[{"id":"69220000aaaaaaaaaa0000f2","name":"shoe.png","media_type":"image/png","bytes":4,"width":1,"height":1}]'
WHERE id = '69220000aaaaaaaaaa000032';

UPDATE apps SET identity_secret = 'secret' WHERE id = 1;

INSERT INTO ratings (handover, app, dialog, assistant, agent, score, comment, rated_at)
VALUES ('69220000aaaaaaaaaa000023', 1, '69220000aaaaaaaaaa000014', '69220000aaaaaaaaaa000001', 1, 5, 'Thank you!', 1763823600000);

INSERT INTO invitations (id, app, email, full_name, role, invited_by, token_hash, created_at, expires_at, accepted_at, withdrawn_at)
VALUES (1, 1, 'zoe@shop.example', 'Zoe', 'agent', 'Ada', 'cc01', 1763823600000, 1764428400000, NULL, NULL);

INSERT INTO webhooks (id, app, url, events, secret, enabled, seen_seq, failing_since, created_at)
VALUES (1, 1, 'https://crm.example/hook', '["handover"]', 'whsec_1', TRUE, 3, NULL, 1763823600000);

INSERT INTO deliveries (id, webhook, event, dialog, seq, body, state, attempts, status, error, created_at, delivered_at, next_try_at)
VALUES (1, 1, 'handover', '69220000aaaaaaaaaa000011', 2, '{}', 'delivered', 1, 200, NULL, 1763823600000, 1763823601000, NULL),
    (2, 1, 'handover', NULL, 3, '{}', 'pending', 1, 500, 'the address answered 500', 1763823600000, NULL, 1763823660000);

INSERT INTO audit (id, app, at, actor_kind, actor, actor_name, action, target_kind, target, target_name, changes)
VALUES (1, 1, 1763823600000, 'admin', 1, 'Ada', 'assistant.saved', 'assistant', '69220000aaaaaaaaaa000001', 'Guide',
        '[{"field":"name","before":"Bot","after":"Guide"}]');
