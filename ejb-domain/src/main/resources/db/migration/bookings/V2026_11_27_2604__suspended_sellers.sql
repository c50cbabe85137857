-- Organisations that the platform has suspended: what is due to them as sellers stays in escrow until they are reopened.
CREATE TABLE bookings.suspended_seller (organisation_id uuid PRIMARY KEY);
GRANT SELECT, INSERT, DELETE ON bookings.suspended_seller TO lanerunner_app;
