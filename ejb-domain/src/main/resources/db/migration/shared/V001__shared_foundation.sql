-- What every later migration stands on: the extensions for exclusion constraints (btree_gist) and prefix search (pg_trgm).
-- Both are trusted extensions, so the owner role may create them without being a superuser.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
