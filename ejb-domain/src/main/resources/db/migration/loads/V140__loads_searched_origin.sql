-- The origin that the market searches by is rounded where the site was given by coordinates, as the market sees it: a search must not find out the rest.
UPDATE loads.load l
SET origin_latitude = round(s.latitude::numeric, 1), origin_longitude = round(s.longitude::numeric, 1)
FROM loads.stop s
WHERE s.load_id = l.id AND s.sequence = 0 AND s.exact;
