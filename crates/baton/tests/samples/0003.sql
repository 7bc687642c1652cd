-- Conversations that wait for one agent's yes, that the AI Agent answers meanwhile, and whose agent was warned; who let one go.
INSERT INTO dialogs (id, app, kind, name, custom, assistant, customer, phase, turn, handover, agent, offered_to, announced, asked,
    warned, since, owes_since, deadline, created_at, updated_at)
VALUES ('69220000aaaaaaaaaa000016', 1, 2, NULL, '{}', '69220000aaaaaaaaaa000001', 4, 'waiting', 4, '69220000aaaaaaaaaa000071', NULL, 1,
        TRUE, TRUE, FALSE, 1763823600000, 1763823600000, 1763823630000, 1763823600000, 1763823600000);

INSERT INTO handovers (id, app, dialog, assistant, reason, state, outcome, agent, priority, packet, began_at, assigned_at,
    first_reply_at, ended_at)
VALUES ('69220000aaaaaaaaaa000071', 1, '69220000aaaaaaaaaa000016', '69220000aaaaaaaaaa000001', 'unknown_answer', 'waiting', NULL,
        NULL, 0, '{"question":"Where?","why":"","passages":[],"threshold":0.5,"summary":"","draft":null,"customer":null,"language":"de","earlier":[]}',
        1763823600000, NULL, NULL, NULL);

UPDATE dialogs SET warned = TRUE WHERE id = '69220000aaaaaaaaaa000013';

INSERT INTO passes (handover, agent) VALUES ('69220000aaaaaaaaaa000071', 2);

UPDATE users SET languages = '["de","en"]' WHERE id = 1;
