-- One that a role of an organisation could be given before keys were kept out of them, and one that it still can.
INSERT INTO identity.own_role_permission (role_id, permission, scope)
SELECT gen_random_uuid(), permission, 'ORGANISATION' FROM unnest(ARRAY['keys.manage', 'loads.view']) permission;
