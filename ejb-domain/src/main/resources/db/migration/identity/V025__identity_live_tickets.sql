-- What opens the live channel once: a browser can send no token with a WebSocket. Only the hash is kept, in the database, so that any node can redeem it.
CREATE TABLE identity.live_ticket (
    hash       bytea       PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES identity.session ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX live_ticket_expiry ON identity.live_ticket (expires_at);
CREATE INDEX live_ticket_session ON identity.live_ticket (session_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.live_ticket TO lanerunner_app;
