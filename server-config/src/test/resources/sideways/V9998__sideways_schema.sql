-- What another feature's branch might bring, written before what a database has already: for the test that it still runs.
CREATE SCHEMA sideways;
