-- A session in which an administrator sees what the person sees, reading only: by whom, from which session of theirs, and why.
ALTER TABLE identity.session
    ADD COLUMN impersonated_by      uuid REFERENCES identity.person,
    ADD COLUMN impersonator_session uuid,
    ADD COLUMN impersonation_reason text CHECK (length(impersonation_reason) <= 500),
    ADD CONSTRAINT session_impersonated CHECK (
        (impersonated_by IS NULL) = (impersonator_session IS NULL) AND (impersonated_by IS NULL) = (impersonation_reason IS NULL));
-- They end with the session that they were opened from.
CREATE INDEX session_impersonator ON identity.session (impersonator_session) WHERE impersonator_session IS NOT NULL AND ended_at IS NULL;
