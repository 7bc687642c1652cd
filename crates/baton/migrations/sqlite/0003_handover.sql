-- Offers, answers while waiting, warnings, and who let a handover go.
ALTER TABLE dialogs ADD COLUMN offered_to INTEGER;
ALTER TABLE dialogs ADD COLUMN announced INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dialogs ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dialogs ADD COLUMN warned INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dialogs_offered ON dialogs (offered_to) WHERE offered_to IS NOT NULL;

-- To whom a handover is not given again, until it has waited too long.
CREATE TABLE passes (
    handover TEXT NOT NULL REFERENCES handovers (id) ON DELETE CASCADE,
    agent INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (handover, agent)
) STRICT, WITHOUT ROWID;
INSERT INTO passes (handover, agent)
SELECT d.handover, d.passed_by FROM dialogs d JOIN handovers h ON h.id = d.handover JOIN users u ON u.id = d.passed_by;
ALTER TABLE dialogs DROP COLUMN passed_by;

-- The languages an agent answers in; none named: all.
ALTER TABLE users ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
