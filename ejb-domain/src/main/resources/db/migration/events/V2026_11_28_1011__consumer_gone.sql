-- The consumer that counted events is gone.
DELETE FROM events.inbox WHERE consumer = 'analytics.event-counts';
DELETE FROM events.consumer WHERE name = 'analytics.event-counts';
