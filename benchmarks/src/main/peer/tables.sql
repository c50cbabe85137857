DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.peer_load (id uuid PRIMARY KEY, equipment text, commodity text, price text, posted_at timestamptz);
CREATE TABLE bench.peer_part (id uuid PRIMARY KEY, load_id uuid NOT NULL REFERENCES bench.peer_load, sequence integer, text text);
CREATE INDEX ON bench.peer_part (load_id);
CREATE TABLE bench.peer_note (id uuid PRIMARY KEY, load_id uuid NOT NULL, text text);
GRANT USAGE ON SCHEMA bench TO lanerunner_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA bench TO lanerunner_app;
