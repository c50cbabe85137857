-- By what the first factor was proven: the password, or another's word.
ALTER TABLE factors.challenge ADD COLUMN proven_by text NOT NULL DEFAULT 'pwd';
