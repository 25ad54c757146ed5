-- The names that were replaced, as keyed digests, and what stands in their place now. An import replaces them again.
CREATE TABLE person_names (
    office_id uuid NOT NULL REFERENCES offices (id),
    digest bytea NOT NULL,
    -- The lengths of the parts of the name; none if it is a whole text that is replaced.
    lengths integer[] NOT NULL,
    present text COLLATE "C" NOT NULL,
    -- The key that the digest was made with.
    key_mark bytea NOT NULL,
    PRIMARY KEY (office_id, digest)
);
GRANT SELECT, INSERT, UPDATE (present, lengths, key_mark) ON person_names TO teacherdevplan_service;

-- A hash of a record could be found out by trying names. The salt, which is hashed with it, is destroyed with the name.
ALTER TABLE audit_records ADD salt uuid;
ALTER TABLE audit_records ALTER salt SET DEFAULT gen_random_uuid();

-- A record as the text that is hashed. Records from before have no salt.
CREATE FUNCTION audit_text(r audit_records) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), ',' ORDER BY place)
    FROM unnest(ARRAY[r.number::text, r.id::text, (extract(epoch FROM r.recorded_at) * 1000000)::bigint::text, r.kind, r.actor,
        array_to_json(r.roles)::text, r.address, r.request_id, r.action, array_to_json(r.subjects)::text, r.before::text,
        r.after::text, r.reason] || CASE WHEN r.salt IS NULL THEN '{}' ELSE ARRAY[r.salt::text] END)
        WITH ORDINALITY AS fields(field, place)
$$;

-- Where names were replaced in records that were chained already: the hash that the chain has of the record, and the
-- one that it has now. A record of the trail has a digest of each replacement.
CREATE TABLE audit_redactions (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    replacement uuid NOT NULL,
    record_number bigint NOT NULL,
    original bytea NOT NULL,
    present bytea,
    UNIQUE (record_number, replacement)
);
GRANT SELECT ON audit_redactions TO teacherdevplan_service;
CREATE TRIGGER redactions_stay BEFORE UPDATE OR DELETE ON audit_redactions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_redactions_stay BEFORE TRUNCATE ON audit_redactions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

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
        head.hash := sha256(head.hash || int8send(head.position) || sha256(convert_to(audit_text(r), 'UTF8')));
        numbers := array_append(numbers, r.number);
        hashes := array_append(hashes, head.hash);
    END LOOP;
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

-- What is recorded stays, except that replace_name, which runs as the tables' owner, puts one name in place of another.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('teacherdevplan.replacing_name', true) = 'on'
        AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on %: what is recorded there is never changed or removed; correct it by a new record',
        TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- A result in words is kept twice, and replaced in both places; nothing else of a result changes by that.
CREATE OR REPLACE FUNCTION hold_project_kpis() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.result_entries = 0 AND (NEW.result_id, NEW.result, NEW.numerator, NEW.denominator, NEW.result_text) IS NULL THEN
            RETURN NEW;
        END IF;
    ELSIF current_setting('teacherdevplan.replacing_name', true) = 'on'
        AND (NEW.result_entries, NEW.result_id, NEW.result, NEW.numerator, NEW.denominator)
            IS NOT DISTINCT FROM (OLD.result_entries, OLD.result_id, OLD.result, OLD.numerator, OLD.denominator) THEN
        RETURN NEW;
    ELSIF NEW.result_entries = OLD.result_entries + 1 AND EXISTS (
        SELECT FROM kpi_results e LEFT JOIN kpi_results c ON c.id = e.counts_id
        WHERE e.kpi_id = NEW.id AND e.sequence = NEW.result_entries
            AND (NEW.result_id, NEW.result, NEW.numerator, NEW.denominator, NEW.result_text) IS NOT DISTINCT FROM (c.id, c.result, c.numerator, c.denominator, c.result_text)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on project_kpis: a result is what its entries make it; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- The tables with text, and which of their rows belong to an office, as a condition on its id $1. A row belongs to the
-- office that its required keys lead to. Tables that no key leads from are of the whole country.
CREATE VIEW texts_of_offices AS
    WITH RECURSIVE keys AS (
        SELECT c.conrelid AS child, c.confrelid AS parent, a.attname AS child_column, b.attname AS parent_column
        FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.attnotnull
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
        WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND c.conrelid <> c.confrelid
            AND c.connamespace = 'public'::regnamespace
        UNION
        -- Keys without a constraint.
        SELECT a.attrelid, p.parent, a.attname, 'id'
        FROM (VALUES ('office_id', 'public.offices'::regclass), ('plan_id', 'public.development_plans'),
            ('project_id', 'public.projects')) AS p (key, parent)
        JOIN pg_attribute a ON a.attname = p.key AND a.attnotnull AND a.attrelid <> p.parent
        JOIN pg_class t ON t.oid = a.attrelid AND t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
        WHERE NOT EXISTS (
            SELECT FROM pg_constraint c
            WHERE c.contype = 'f' AND c.conrelid = a.attrelid AND c.conkey = ARRAY[a.attnum])
    ), scopes AS (
        SELECT 'public.offices'::regclass::oid AS relation, 'id = $1' COLLATE "C" AS condition, 0 AS depth
        UNION ALL
        SELECT k.child, format('%I IN (SELECT %I FROM %s WHERE %s)', k.child_column, k.parent_column,
            k.parent::regclass, s.condition) COLLATE "C", s.depth + 1
        FROM scopes s JOIN keys k ON k.parent = s.relation
        WHERE s.depth < 5
    )
    SELECT t.oid::regclass AS relation, t.relname AS name,
        (SELECT s.condition FROM scopes s WHERE s.relation = t.oid ORDER BY s.depth, s.condition LIMIT 1) AS condition,
        array_agg(a.attname ORDER BY a.attnum) AS columns, array_agg(a.atttypid::regtype::text ORDER BY a.attnum) AS types
    FROM pg_class t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND a.atttypid IN ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'json'::regtype)
    WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> '__EFMigrationsHistory'
    GROUP BY t.oid, t.relname;

-- Replaces a person's name in every text of an office, and in the tables of the whole country. Gives the number of
-- rows that it changed, and a digest of the records of the trail among them; null if there are none.
--   patterns: regular expressions, replaced in this order; wherever one of them is found, the last one is.
--   replacements: what stands in their place, as for regexp_replace.
CREATE FUNCTION replace_name(office uuid, patterns text[], replacements text[], OUT rows bigint, OUT redactions text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    t record;
    this uuid := gen_random_uuid();
    col text;
    kind text;
    found_in text[];
    changes text[];
    changed bigint;
    i integer;
    p integer;
BEGIN
    IF cardinality(patterns) <> cardinality(replacements) OR cardinality(patterns) = 0 OR '' ~ patterns[cardinality(patterns)] THEN
        RAISE EXCEPTION 'that is no name' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM set_config('teacherdevplan.replacing_name', 'on', true);
    -- Until this is committed, nobody else adds to the chain.
    PERFORM FROM audit_head FOR UPDATE;
    WHILE chain_audit_records(10000) = 10000 LOOP END LOOP;
    rows := 0;
    FOR t IN SELECT * FROM texts_of_offices ORDER BY name LOOP
        found_in := '{}';
        changes := '{}';
        FOR i IN 1 .. cardinality(t.columns) LOOP
            col := quote_ident(t.columns[i]);
            kind := t.types[i];
            found_in := found_in || format('%s%s ~ $2[%s]', col, CASE kind WHEN 'text' THEN '' ELSE '::text' END, cardinality(patterns));
            IF kind = 'text[]' THEN
                col := 'item';
            END IF;
            col := col || CASE WHEN kind LIKE 'json%' THEN '::text' ELSE '' END;
            FOR p IN 1 .. cardinality(patterns) LOOP
                col := format('regexp_replace(%s, $2[%s], $3[%s], ''g'')', col, p, p);
            END LOOP;
            col := CASE
                WHEN kind = 'text[]' THEN format('(SELECT coalesce(array_agg(%s ORDER BY place), ''{}'') FROM unnest(%I) WITH ORDINALITY AS items (item, place))', col, t.columns[i])
                WHEN kind LIKE 'json%' THEN format('(%s)::%s', col, kind)
                ELSE col END;
            changes := changes || format('%I = %s', t.columns[i], col);
        END LOOP;
        IF t.name = 'audit_records' THEN
            EXECUTE format('INSERT INTO audit_redactions (replacement, record_number, original)
                SELECT $1, a.number, coalesce(
                    (SELECT x.original FROM audit_redactions x WHERE x.record_number = a.number ORDER BY x.number LIMIT 1),
                    sha256(convert_to(audit_text(a), ''UTF8'')))
                FROM audit_records a
                WHERE (%s) AND EXISTS (SELECT FROM audit_chain c WHERE c.record_number = a.number)',
                array_to_string(found_in, ' OR '))
            USING this, patterns;
            changes := changes || 'salt = NULL'::text;
        END IF;
        EXECUTE format('UPDATE %s SET %s WHERE (%s) AND %s', t.relation, array_to_string(changes, ', '),
            array_to_string(found_in, ' OR '), coalesce(t.condition, '$1 IS NOT NULL'))
        USING office, patterns, replacements;
        GET DIAGNOSTICS changed = ROW_COUNT;
        rows := rows + changed;
    END LOOP;
    UPDATE audit_redactions x SET present = sha256(convert_to(audit_text(a), 'UTF8'))
    FROM audit_records a WHERE x.replacement = this AND a.number = x.record_number;
    SELECT encode(sha256(convert_to(string_agg(x.record_number || ':' || encode(x.present, 'hex'), ',' ORDER BY x.record_number), 'UTF8')), 'hex')
    INTO redactions FROM audit_redactions x WHERE x.replacement = this;
    PERFORM set_config('teacherdevplan.replacing_name', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION replace_name, audit_text FROM PUBLIC;
GRANT EXECUTE ON FUNCTION replace_name, audit_text TO teacherdevplan_service;
