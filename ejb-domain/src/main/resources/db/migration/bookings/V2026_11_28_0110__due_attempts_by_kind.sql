-- One thing may be due in two ways: what failed is listed by its id and its kind.
DROP INDEX bookings.due_attempt_listed;
CREATE INDEX due_attempt_listed ON bookings.due_attempt (id, kind);
