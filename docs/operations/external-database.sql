-- Run once, as a superuser, in the PostgreSQL server (14 or later) that is to keep LaneRunner's data:
--   psql -v owner_password=… -v server_password=… -v batch_password=… -f external-database.sql
CREATE ROLE lanerunner_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE lanerunner_app LOGIN PASSWORD :'server_password';
CREATE ROLE lanerunner_batch LOGIN PASSWORD :'batch_password';
ALTER ROLE lanerunner_app SET lock_timeout = '15s';
ALTER ROLE lanerunner_app SET idle_in_transaction_session_timeout = '60s';
CREATE DATABASE lanerunner OWNER lanerunner_owner ENCODING 'UTF8' TEMPLATE template0;
\connect lanerunner
REVOKE ALL ON DATABASE lanerunner FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO lanerunner_owner;
GRANT USAGE ON SCHEMA public TO lanerunner_app;
GRANT CONNECT ON DATABASE lanerunner TO lanerunner_app, lanerunner_batch;
CREATE SCHEMA batch AUTHORIZATION lanerunner_batch;
