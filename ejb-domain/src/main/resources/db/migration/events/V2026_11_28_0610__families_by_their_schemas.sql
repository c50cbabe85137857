-- The families are those of the features' schemas, and a type without one is refused before; a list here would have to be changed with each feature.
ALTER TABLE events.event DROP CONSTRAINT event_family_check;
