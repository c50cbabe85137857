-- Until when somebody belonged to an organisation that they have left, the last time: who decides between two sides has not just come from one of them. What ended before
-- this is known as far as the sessions tell that ended with it.
CREATE TABLE identity.past_membership (
    person_id       uuid        NOT NULL REFERENCES identity.person,
    organisation_id uuid        NOT NULL REFERENCES identity.organisation,
    ended_at        timestamptz NOT NULL,
    PRIMARY KEY (person_id, organisation_id)
);
GRANT SELECT, INSERT, UPDATE ON identity.past_membership TO lanerunner_app;

INSERT INTO identity.past_membership (person_id, organisation_id, ended_at)
SELECT person_id, organisation_id, max(ended_at) FROM identity.session WHERE end_reason = 'MEMBERSHIP_ENDED' GROUP BY person_id, organisation_id;
