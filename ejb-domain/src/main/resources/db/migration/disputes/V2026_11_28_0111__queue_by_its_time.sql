-- What waits longest for the administrators comes first: that is when it came to their queue, and not when it was contested, since some are answered at once and some never.
DROP INDEX disputes.contest_in_queue;
CREATE INDEX contest_in_queue ON disputes.contest (queued_at, id) WHERE status = 'AWAITING_DECISION';
