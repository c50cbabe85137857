-- Of which fences the state is: null for those that were agreed. A state of other fences than the booking's is not gone on from.
ALTER TABLE geofencing.watch ADD COLUMN fences_moved_at timestamptz;
