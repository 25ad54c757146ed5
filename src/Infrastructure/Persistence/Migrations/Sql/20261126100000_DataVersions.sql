CREATE TABLE data_versions (topic text PRIMARY KEY, stamp bigint NOT NULL);
-- Rows stay for a second: without an index, and cleaned up before they are many.
CREATE TABLE data_changes (topic text NOT NULL, stamp bigint NOT NULL)
    WITH (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);

CREATE FUNCTION random_stamp() RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT uuid_hash_extended(gen_random_uuid(), 0)
$$;
-- What was there before has a version that no other database's data have.
INSERT INTO data_versions
SELECT topic, random_stamp() FROM unnest(ARRAY['offices', 'plans', 'projects', 'budgets', 'indicators', 'staff', 'findings', 'statistics']) AS topic;

-- That a transaction has noted a topic is forgotten with it, and with a savepoint that it goes back to.
CREATE FUNCTION note_data_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    noted text := 'teacherdevplan.changed_' || TG_ARGV[0];
    by_this text := pg_current_xact_id()::text;
BEGIN
    IF current_setting(noted, true) IS DISTINCT FROM by_this THEN
        INSERT INTO data_changes VALUES (TG_ARGV[0], random_stamp());
        PERFORM set_config(noted, by_this, true);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION fold_data_changes() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH folded AS (DELETE FROM data_changes RETURNING topic, stamp)
    INSERT INTO data_versions AS v SELECT topic, bit_xor(stamp) FROM folded GROUP BY topic ORDER BY topic
    ON CONFLICT (topic) DO UPDATE SET stamp = v.stamp # EXCLUDED.stamp
$$;
REVOKE EXECUTE ON FUNCTION fold_data_changes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_data_changes TO teacherdevplan_service;
GRANT SELECT ON data_versions, data_changes TO teacherdevplan_service;
