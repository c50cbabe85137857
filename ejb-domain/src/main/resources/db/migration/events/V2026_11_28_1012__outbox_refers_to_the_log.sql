-- What stands in the log is not written a second time: the relay makes the message of it. What stands nowhere else has its payload.
ALTER TABLE events.outbox ALTER COLUMN payload DROP NOT NULL;
