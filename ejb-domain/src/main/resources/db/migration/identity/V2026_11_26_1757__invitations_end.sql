-- An invitation ends before its time when it is withdrawn, or when who made it may not invite any more.
ALTER TABLE identity.invitation ADD COLUMN ended_at timestamptz, ADD COLUMN end_reason text,
    ADD CONSTRAINT invitation_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL));

UPDATE identity.invitation i SET ended_at = now(), end_reason = 'INVITER_LEFT', version = version + 1
WHERE accepted_at IS NULL AND expires_at > now() AND NOT EXISTS (
    SELECT 1 FROM identity.membership m JOIN identity.membership_role r ON r.membership_id = m.id AND r.role IN ('OWNER', 'ADMIN')
    WHERE m.organisation_id = i.organisation_id AND m.person_id = i.invited_by);

-- What is looked for are the open ones.
CREATE INDEX invitation_open ON identity.invitation (organisation_id, id) WHERE accepted_at IS NULL AND ended_at IS NULL;
DROP INDEX identity.invitation_organisation;
