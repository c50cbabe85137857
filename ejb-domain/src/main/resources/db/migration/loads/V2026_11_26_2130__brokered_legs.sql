-- A leg whose carriage somebody has sold who has no vehicle for it, and who carries it for them.
ALTER TABLE loads.leg
    ADD COLUMN brokered boolean NOT NULL DEFAULT false,
    ADD COLUMN hauler_organisation_id uuid,
    ADD CONSTRAINT leg_brokered_by_its_seller CHECK (NOT brokered OR booking_id IS NOT NULL),
    ADD CONSTRAINT leg_hauled_for_a_broker CHECK (hauler_organisation_id IS NULL OR brokered);
ALTER TABLE loads.leg ALTER COLUMN brokered DROP DEFAULT;
