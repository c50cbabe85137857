-- The outbox is empty again and again: vacuum need not give its pages back each time, for which it would lock out who writes.
ALTER TABLE events.outbox SET (vacuum_truncate = false);
