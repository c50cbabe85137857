-- What a later build might bring: for the test that an older build refuses its database.
CREATE SCHEMA later;
