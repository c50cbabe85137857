-- Nodes ask only for the lists that changed since they looked. Who changes one holds a lock from its revision to its commit, so revisions become visible in their order.
CREATE SEQUENCE identity.address_list_revision;
ALTER TABLE identity.address_list ADD COLUMN revision bigint NOT NULL DEFAULT nextval('identity.address_list_revision');
CREATE INDEX address_list_revision_key ON identity.address_list (revision);
GRANT USAGE ON SEQUENCE identity.address_list_revision TO lanerunner_app;
