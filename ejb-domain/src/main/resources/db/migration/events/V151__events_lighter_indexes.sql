-- Every event writes to these; each index that is not needed for reading is work at every event.
-- The relay reads the outbox by bucket only.
ALTER TABLE events.outbox DROP CONSTRAINT outbox_pkey;
DROP INDEX events.outbox_bucket;
ALTER TABLE events.outbox ADD PRIMARY KEY (bucket, id);
-- Rows come in the order of their time, so their blocks tell the old ones.
DROP INDEX events.inbox_received_at;
CREATE INDEX inbox_received_at ON events.inbox USING brin (received_at);
-- Nothing looks in the audit by its subject yet.
DROP INDEX audit.entry_subject;
