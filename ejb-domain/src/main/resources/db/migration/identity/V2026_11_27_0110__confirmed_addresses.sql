-- Whose address is confirmed. Who has an account already had it before anybody asked, and goes on as before.
ALTER TABLE identity.person ADD COLUMN verified_at timestamptz;
UPDATE identity.person SET verified_at = now();

-- A second link to the same invitation, which only the mail holds: who comes by it has shown that mail arrives.
ALTER TABLE identity.invitation ADD COLUMN mail_token_hash bytea;
CREATE UNIQUE INDEX invitation_mail_token ON identity.invitation (mail_token_hash);

-- An account that somebody wants and that is made when the address is confirmed.
CREATE TABLE identity.registration (
    token_hash        bytea       PRIMARY KEY,
    email             text        NOT NULL,
    email_key         text        NOT NULL,
    name              text        NOT NULL,
    password_hash     text        NOT NULL,
    organisation_name text,
    kind              text,
    created_at        timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL
);
CREATE INDEX registration_address ON identity.registration (email_key);
CREATE INDEX registration_expiry ON identity.registration (expires_at);

-- A link in a mail. One without a person was asked for an address that nobody has, and opens nothing.
CREATE TABLE identity.mail_link (
    token_hash bytea       PRIMARY KEY,
    purpose    text        NOT NULL CHECK (purpose IN ('RESET', 'ADDRESS')),
    person_id  uuid        REFERENCES identity.person,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX mail_link_person ON identity.mail_link (person_id, purpose);
CREATE INDEX mail_link_expiry ON identity.mail_link (expires_at);

-- A new address that somebody wants: confirmed at the old one and at the new one.
CREATE TABLE identity.address_change (
    person_id        uuid        PRIMARY KEY REFERENCES identity.person,
    email            text        NOT NULL,
    old_token_hash   bytea       NOT NULL UNIQUE,
    new_token_hash   bytea       NOT NULL UNIQUE,
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    expires_at       timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.registration, identity.mail_link, identity.address_change TO lanerunner_app;
