INSERT INTO vault.data_key (id, purpose, master_key, wrapped, made_at) VALUES (gen_random_uuid(), 'probe.rows', '0011223344556677', '\x00', now());
