-- Whether a stop's circle tells arrivals. What was written before keeps its circle, also where it stands around a city's centre; what is written now has one
-- only where a point is known.
ALTER TABLE loads.stop ADD COLUMN fenced boolean NOT NULL DEFAULT true;
