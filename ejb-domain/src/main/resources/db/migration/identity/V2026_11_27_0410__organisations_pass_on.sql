-- What an organisation asks of its members' sign-ins, and whether it has closed.
ALTER TABLE identity.organisation ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false, ADD COLUMN closed_at timestamptz;

-- An owner offers the ownership to a member, who takes it on or not.
CREATE TABLE identity.ownership_offer (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES identity.organisation,
    offered_by      uuid        NOT NULL REFERENCES identity.person,
    offered_to      uuid        NOT NULL REFERENCES identity.person,
    made_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    end_reason      text,
    version         int         NOT NULL,
    CONSTRAINT ownership_offer_to_another CHECK (offered_by <> offered_to)
);
CREATE UNIQUE INDEX ownership_offer_open ON identity.ownership_offer (organisation_id) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON identity.ownership_offer TO lanerunner_app;
