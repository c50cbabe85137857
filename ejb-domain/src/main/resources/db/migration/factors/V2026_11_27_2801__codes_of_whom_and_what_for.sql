-- When the last code was sent stays though what it finished is gone; and who proves anew who they are does so in one session.
ALTER TABLE factors.codes_by_message ADD COLUMN sent_at timestamptz;
GRANT UPDATE ON factors.codes_by_message TO lanerunner_app;
ALTER TABLE factors.challenge
    ADD COLUMN session_id uuid,
    DROP COLUMN code_sent_at;
