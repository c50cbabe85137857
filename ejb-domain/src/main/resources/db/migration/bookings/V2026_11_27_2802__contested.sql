-- A delivered booking can be contested: then its money waits, and goes to the seller (SETTLED; until a suspended one is reopened DELIVERED again) or whole back to the buyer (REFUNDED).
ALTER TABLE bookings.booking
    ADD COLUMN contested_at timestamptz,
    ADD COLUMN refunded_at timestamptz,
    ADD CONSTRAINT booking_contested_after_delivery CHECK (status NOT IN ('CONTESTED', 'REFUNDED') OR (proof_received_by IS NOT NULL AND contested_at IS NOT NULL)),
    ADD CONSTRAINT booking_contested_at CHECK (contested_at IS NULL OR status IN ('DELIVERED', 'CONTESTED', 'SETTLED', 'REFUNDED')),
    ADD CONSTRAINT booking_refunded CHECK ((status = 'REFUNDED') = (refunded_at IS NOT NULL));
