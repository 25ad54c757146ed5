-- The function runs every second on every instance, so it looks first, and locks and writes nothing where no record waits.
CREATE OR REPLACE FUNCTION chain_audit_records(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    head audit_head;
    r audit_records;
    numbers bigint[] := '{}';
    hashes bytea[] := '{}';
BEGIN
    IF NOT EXISTS (SELECT FROM audit_unchained) THEN
        RETURN 0;
    END IF;
    SELECT * INTO head FROM audit_head FOR UPDATE;
    FOR r IN
        SELECT a.* FROM audit_unchained u JOIN audit_records a ON a.number = u.record_number
        ORDER BY u.record_number LIMIT most
    LOOP
        head.position := head.position + 1;
        head.hash := sha256(head.hash || int8send(head.position) || sha256(convert_to((SELECT string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), ',' ORDER BY place)
FROM unnest(ARRAY[r.number::text, r.id::text, (extract(epoch FROM r.recorded_at) * 1000000)::bigint::text, r.kind, r.actor,
    array_to_json(r.roles)::text, r.address, r.request_id, r.action, array_to_json(r.subjects)::text, r.before::text,
    r.after::text, r.reason]) WITH ORDINALITY AS fields(field, place)), 'UTF8')));
        numbers := array_append(numbers, r.number);
        hashes := array_append(hashes, head.hash);
    END LOOP;
    -- Another process has chained them in the meantime.
    IF cardinality(numbers) = 0 THEN
        RETURN 0;
    END IF;
    INSERT INTO audit_chain
    SELECT head.position - cardinality(numbers) + place, number, hash
    FROM unnest(numbers, hashes) WITH ORDINALITY AS c (number, hash, place);
    DELETE FROM audit_unchained WHERE record_number = ANY (numbers);
    UPDATE audit_head SET position = head.position, hash = head.hash;
    RETURN cardinality(numbers);
END $$;
