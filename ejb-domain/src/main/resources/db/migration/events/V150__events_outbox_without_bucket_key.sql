-- A foreign key takes a share lock on the bucket's row with every event. The relay claims that row: the two passed each other over or waited for each other.
ALTER TABLE events.outbox
    DROP CONSTRAINT outbox_bucket_fkey,
    ADD CONSTRAINT outbox_bucket_is_one_of_sixteen CHECK (bucket BETWEEN 0 AND 15);
