-- A support episode that goes on, one that ended; a browser that shows messages; a key of the server; a job of an app.
INSERT INTO episodes (id, app, dialog, assistant, ending, began_at, answered_at, replied_at, ended_at)
VALUES ('69220000aaaaaaaaaa0000e1', 1, '69220000aaaaaaaaaa000016', '69220000aaaaaaaaaa000001', 'abandoned_waiting', 1763823600000,
        NULL, NULL, NULL),
       ('69220000aaaaaaaaaa0000e0', 1, '69220000aaaaaaaaaa000016', '69220000aaaaaaaaaa000001', 'answered_silent', 1763820000000,
        1763820001000, NULL, 1763823600000);

UPDATE dialogs SET episode = '69220000aaaaaaaaaa0000e1', ending = 'abandoned_waiting' WHERE id = '69220000aaaaaaaaaa000016';

UPDATE handovers SET skill = 'billing' WHERE id = '69220000aaaaaaaaaa000071';

UPDATE users SET skills = '["billing"]', supervises = TRUE WHERE id = 1;

INSERT INTO push_subscriptions (endpoint, user_id, p256dh, auth, created_at)
VALUES ('https://push.example/one', 1, 'key', 'auth', 1763823600000);

INSERT INTO server_keys (name, secret) VALUES ('push', 'secret');

UPDATE dialogs SET notify_since = 1763823600000, notify_step = 1, notify_at = 1763823660000 WHERE id = '69220000aaaaaaaaaa000016';

INSERT INTO teams (id, app, name, created_at) VALUES (1, 1, 'Billing', 1763823600000);

INSERT INTO team_members (team, agent) VALUES (1, 1);

INSERT INTO pool_teams (assistant, team) VALUES ('69220000aaaaaaaaaa000001', 1);
