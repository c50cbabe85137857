-- The default of every event's epoch. As a function in SQL it was planned anew for each row, which cost more than the row's own indexes; PL/pgSQL keeps the plan.
CREATE OR REPLACE FUNCTION events.present_epoch() RETURNS integer LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT max(epoch) FROM events.epoch);
END
$$;
