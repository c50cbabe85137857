-- No other roles than those that code knew could be held before they stood in a table.
INSERT INTO identity.membership_role (membership_id, role) VALUES (gen_random_uuid(), 'DRIVER');
