-- Whoever holds the role BROKER may sell carriage without a vehicle, and buy it from a carrier.
INSERT INTO identity.role_permission (role, permission, scope) VALUES ('BROKER', 'carriage.broker', 'ORGANISATION');
