-- Where they were wrong: in a browser that the person has signed in from, in a session, or anywhere else. Nobody's guesses hold the person up in a place of their own.
ALTER TABLE factors.wrong_code
    ADD COLUMN place   text        NOT NULL DEFAULT 'elsewhere',
    ADD COLUMN last_at timestamptz NOT NULL DEFAULT now(),
    DROP CONSTRAINT wrong_code_pkey,
    ADD PRIMARY KEY (person_id, place);
ALTER TABLE factors.wrong_code ALTER COLUMN place DROP DEFAULT, ALTER COLUMN last_at DROP DEFAULT;
CREATE INDEX wrong_code_last ON factors.wrong_code (last_at);
