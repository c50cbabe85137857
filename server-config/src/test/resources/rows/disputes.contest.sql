WITH contest AS (
    INSERT INTO disputes.contest (id, booking_id, booking_reference, buyer_organisation_id, seller_organisation_id, price_minor, fee_minor, currency, test_money,
        status, reason, words, contested_by, contested_at, answer_due_at, version)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'B-00000000', gen_random_uuid(), gen_random_uuid(), 1, 0, 'USD', true, 'AWAITING_ANSWER', 'DAMAGED', 'wet',
        gen_random_uuid(), now(), now(), 0)
    RETURNING id)
INSERT INTO disputes.evidence (contest_id, side, position, document_id) SELECT id, 'BUYER', 0, gen_random_uuid() FROM contest;
