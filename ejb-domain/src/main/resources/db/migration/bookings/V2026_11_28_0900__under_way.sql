-- What is agreed and not settled is asked for by either side all the time, and is little beside what an organisation has ever booked.
CREATE INDEX booking_under_way_of_buyer ON bookings.booking (buyer_organisation_id, id DESC)
    WHERE status IN ('CONFIRMED', 'DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY', 'DELIVERED');
CREATE INDEX booking_under_way_of_seller ON bookings.booking (seller_organisation_id, id DESC)
    WHERE status IN ('CONFIRMED', 'DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY', 'DELIVERED');
