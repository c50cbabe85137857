-- Roles and what they grant, which code said before. The built-in ones; a feature adds its permissions to them in a migration of its own.
CREATE TABLE identity.role (
    code    text     PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]*$'),
    place   smallint NOT NULL UNIQUE,
    holders text     NOT NULL CHECK (holders IN ('PLATFORM', 'EVERYBODY', 'KINDS')),
    lasting boolean  NOT NULL
);

-- Where holders are KINDS: those of organisations of these. Whoever takes on the kind is given the role with it.
CREATE TABLE identity.role_kind (
    role  text    NOT NULL REFERENCES identity.role,
    kind  text    NOT NULL,
    given boolean NOT NULL,
    PRIMARY KEY (role, kind)
);

CREATE TABLE identity.role_permission (
    role       text NOT NULL REFERENCES identity.role,
    permission text NOT NULL CHECK (permission ~ '^[a-z]+\.[a-z-]+$'),
    scope      text NOT NULL CHECK (scope IN ('OWN_TRIPS', 'ORGANISATION')),
    PRIMARY KEY (role, permission)
);

INSERT INTO identity.role (code, place, holders, lasting) VALUES
    ('OWNER', 10, 'EVERYBODY', true),
    ('SHIPPER', 20, 'KINDS', false),
    ('BROKER', 30, 'KINDS', false),
    ('CARRIER', 40, 'KINDS', false),
    ('DRIVER', 50, 'KINDS', false),
    ('TRAVELLER', 60, 'KINDS', false),
    ('RIDER', 70, 'KINDS', false),
    ('OFFICE', 80, 'EVERYBODY', false),
    ('ADMIN', 90, 'PLATFORM', true);

INSERT INTO identity.role_kind (role, kind, given) VALUES
    ('SHIPPER', 'SHIPPER', true),
    ('BROKER', 'BROKER', true),
    ('CARRIER', 'CARRIER', true),
    ('TRAVELLER', 'TRAVELLER', true),
    ('RIDER', 'RIDER', true),
    ('OFFICE', 'OFFICE', true),
    ('DRIVER', 'CARRIER', false);

INSERT INTO identity.role_permission (role, permission, scope)
SELECT role, unnest(permissions), scope FROM (VALUES
    ('OWNER', 'ORGANISATION', ARRAY['organisation.view', 'organisation.manage', 'market.view', 'loads.view', 'trips.view', 'fleet.view',
        'offers.view', 'bookings.view', 'tracking.view', 'documents.view', 'wallet.view', 'wallet.top-up', 'events.view', 'reports.view']),
    ('SHIPPER', 'ORGANISATION', ARRAY['organisation.view', 'market.view', 'loads.view', 'loads.post', 'trips.view', 'offers.view', 'offers.make',
        'bookings.view', 'bookings.accept-proof', 'bookings.cancel', 'tracking.view', 'documents.view', 'documents.store', 'wallet.view',
        'wallet.top-up', 'reports.view']),
    ('BROKER', 'ORGANISATION', ARRAY['organisation.view', 'market.view', 'loads.view', 'loads.post', 'trips.view', 'offers.view', 'offers.make',
        'bookings.view', 'bookings.accept-proof', 'bookings.cancel', 'tracking.view', 'documents.view', 'documents.store', 'wallet.view',
        'wallet.top-up', 'reports.view']),
    ('CARRIER', 'ORGANISATION', ARRAY['organisation.view', 'market.view', 'loads.view', 'trips.view', 'trips.post', 'trips.assign', 'fleet.view',
        'fleet.manage', 'offers.view', 'offers.make', 'bookings.view', 'bookings.dispatch', 'bookings.drive', 'bookings.cancel', 'tracking.report',
        'tracking.view', 'documents.view', 'documents.store', 'wallet.view', 'wallet.top-up', 'reports.view']),
    ('DRIVER', 'OWN_TRIPS', ARRAY['organisation.view', 'trips.view', 'bookings.view', 'bookings.dispatch', 'bookings.drive', 'tracking.report',
        'tracking.view', 'documents.view', 'documents.store']),
    ('TRAVELLER', 'ORGANISATION', ARRAY['organisation.view', 'market.view', 'trips.view', 'trips.post', 'trips.assign', 'offers.view', 'offers.make',
        'bookings.view', 'bookings.dispatch', 'bookings.drive', 'bookings.cancel', 'tracking.report', 'tracking.view', 'documents.view',
        'documents.store', 'wallet.view', 'wallet.top-up']),
    ('RIDER', 'ORGANISATION', ARRAY['organisation.view', 'market.view', 'loads.view', 'loads.post', 'offers.view', 'offers.make', 'bookings.view',
        'bookings.accept-proof', 'bookings.cancel', 'tracking.view', 'wallet.view', 'wallet.top-up']),
    ('OFFICE', 'ORGANISATION', ARRAY['organisation.view', 'documents.view', 'documents.store', 'reports.view']),
    ('ADMIN', 'ORGANISATION', ARRAY['platform.admin', 'organisation.view', 'organisation.manage', 'market.view', 'loads.view', 'trips.view',
        'fleet.view', 'offers.view', 'bookings.view', 'tracking.view', 'documents.view', 'wallet.view', 'events.view', 'reports.view', 'reports.run'])
) built_in (role, scope, permissions);

ALTER TABLE identity.membership_role ADD CONSTRAINT membership_role_known FOREIGN KEY (role) REFERENCES identity.role;
ALTER TABLE identity.invitation_role ADD CONSTRAINT invitation_role_known FOREIGN KEY (role) REFERENCES identity.role;

GRANT SELECT ON identity.role, identity.role_kind, identity.role_permission TO lanerunner_app;
