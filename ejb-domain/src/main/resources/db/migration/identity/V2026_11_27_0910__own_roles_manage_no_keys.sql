-- Whoever writes: what hands out keys of programs is no organisation's to give either.
DELETE FROM identity.own_role_permission WHERE permission = 'keys.manage';
ALTER TABLE identity.own_role_permission
    DROP CONSTRAINT own_role_permission_given,
    ADD CONSTRAINT own_role_permission_given CHECK (permission NOT LIKE 'platform.%' AND permission NOT IN ('organisation.manage', 'keys.manage'));
