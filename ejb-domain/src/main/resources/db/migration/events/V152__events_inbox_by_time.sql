-- Rows come in the order of their time only until the first old ones go and their space is used again; then block ranges tell nothing (see V151).
DROP INDEX events.inbox_received_at;
CREATE INDEX inbox_received_at ON events.inbox (received_at);
