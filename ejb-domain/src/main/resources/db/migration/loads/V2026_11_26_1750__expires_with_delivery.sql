-- A load is open until the first of its deliveries' windows ends; before, a pickup with a later window kept it open.
UPDATE loads.load l SET expires_at = d.ends
FROM (SELECT load_id, min(window_end) AS ends FROM loads.stop WHERE kind = 'DELIVERY' GROUP BY load_id) d
WHERE d.load_id = l.id AND l.expires_at <> d.ends;
