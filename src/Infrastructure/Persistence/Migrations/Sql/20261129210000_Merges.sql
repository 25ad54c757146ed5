-- Two records of one person are merged: everything moves to the kept one, and this row stays behind, seen by nobody.
-- It leads to the record that is kept now, however often that one was merged itself.
ALTER TABLE people ADD merged_into_id uuid REFERENCES people (id), ADD CHECK (merged_into_id <> id);
CREATE INDEX ix_people_merged_into_id ON people (merged_into_id) WHERE merged_into_id IS NOT NULL;
-- What stays behind keeps its number, for when the merge is undone.
ALTER TABLE people DROP CONSTRAINT people_office_id_staff_number_key;
CREATE UNIQUE INDEX ix_people_office_id_staff_number ON people (office_id, staff_number) WHERE merged_into_id IS NULL;
DROP INDEX ix_people_office_id_identity_digest;
CREATE UNIQUE INDEX ix_people_office_id_identity_digest ON people (office_id, identity_digest)
    WHERE identity_digest IS NOT NULL AND merged_into_id IS NULL;
CREATE INDEX ix_people_identity_digest ON people (identity_digest) WHERE identity_digest IS NOT NULL;

-- A name of a merged record, for days on which the kept record has another one: known, and not one of the series.
ALTER TABLE held_names ADD aside boolean NOT NULL DEFAULT false;
DROP INDEX ix_held_names_person_id_held_from;
CREATE UNIQUE INDEX ix_held_names_person_id_held_from ON held_names (person_id, held_from) NULLS NOT DISTINCT WHERE NOT aside;
CREATE INDEX ix_held_names_person_id ON held_names (person_id);

-- An appointment that was over when the person's records were merged stays under its name: a former office does not
-- learn another name by that.
ALTER TABLE appointments ADD name_stays boolean NOT NULL DEFAULT false;

-- A person's name as it is compared with others: without a title, and however it is spaced and typed. The titles are those
-- of PersonName.
CREATE FUNCTION name_without_title(printed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(btrim(fold_text(printed), E' .,;\t\n'),
    '^((นางสาว|นาง|นาย|น\.\s?ส\.|ด\.\s?ช\.|ด\.\s?ญ\.|เด็กชาย|เด็กหญิง|(ผู้ช่วย|รอง)?ศาสตราจารย์|ดร(\.|\s)|ผศ\.|รศ\.|ศ\.|ว่าที่|ร้อยตรี|ร้อยโท|ร้อยเอก|พันตรี|พันโท|พันเอก|[รพ]\.\s?[ตทอ]\.|(จ่า|จ่าสิบ|สิบ|พันจ่า|จำ)(ตรี|โท|เอก)|[จส]\.\s?[สต]\.\s?[ตทอ]\.|หม่อมหลวง|หม่อมราชวงศ์|ม\.ล\.|ม\.ร\.ว\.|นายแพทย์|แพทย์หญิง|พระครู|พระมหา|(mrs|mr|ms|dr)(\.|\s)|miss\s)(หญิง)?\s*(?=[ก-ฮเ-ไa-z]))+',
    '');
CREATE FUNCTION name_key(printed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(name_without_title(printed), '[[:space:].,;]+', '', 'g');
-- The given name alone, which a marriage leaves.
CREATE FUNCTION given_name_key(printed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN substring(name_without_title(printed) FROM '^[^[:space:].,;]+');
ALTER TABLE held_names
    ADD name_key text COLLATE "C" GENERATED ALWAYS AS (name_key(name)) STORED,
    ADD given_key text COLLATE "C" GENERATED ALWAYS AS (given_name_key(name)) STORED;
CREATE INDEX ix_held_names_name_key ON held_names (name_key, person_id);
CREATE INDEX ix_held_names_given_key ON held_names (given_key, person_id);
ALTER TABLE staff_members ADD name_key text COLLATE "C" GENERATED ALWAYS AS (name_key(name)) STORED;

-- A printed name is linked to a person by somebody's decision.
ALTER TABLE staff_members ADD person_id uuid REFERENCES people (id);
CREATE INDEX ix_staff_members_person_id_name ON staff_members (person_id, name, id) WHERE person_id IS NOT NULL;


-- The people whom a printed name that is not linked may be of: those of the office with this name, now or once.
CREATE VIEW staff_link_suggestions AS
    SELECT m.id AS staff_member_id, p.id AS person_id, p.office_id, p.name,
        NOT EXISTS (SELECT FROM held_names n WHERE n.person_id = p.id AND n.name_key = m.name_key AND n.held_to IS NULL)
            AS former_name
    FROM staff_members m JOIN people p ON p.office_id = m.office_id AND p.merged_into_id IS NULL
    WHERE m.person_id IS NULL AND EXISTS (SELECT FROM held_names h WHERE h.person_id = p.id AND h.name_key = m.name_key);
GRANT SELECT ON staff_link_suggestions TO teacherdevplan_service;

-- Two records that may be of one person, and the strongest reason. A further reason is a further part of the union, with
-- its place among the reasons; each finds the other person by an index, from the people of an office. Erased people all have
-- one given name, บุคลากร.
CREATE VIEW duplicate_pairs AS
    SELECT md5(f.person_id::text || f.other_id::text)::uuid AS id, f.person_id, f.other_id, p.office_id,
        q.office_id AS other_office_id,
        (ARRAY['SAME_IDENTITY', 'SAME_NAME', 'SAME_GIVEN_NAME_AND_START', 'SAME_GIVEN_NAME_AND_SCHOOL'])[min(f.reason)] AS reason
    FROM (
        SELECT a.id AS person_id, b.id AS other_id, 1 AS reason
        FROM people a JOIN people b ON b.identity_digest = a.identity_digest AND b.id > a.id
        UNION ALL
        SELECT a.person_id, b.person_id, 2
        FROM held_names a JOIN held_names b ON b.name_key = a.name_key AND b.person_id > a.person_id
        UNION ALL
        SELECT a.person_id, b.person_id, 3
        FROM people pa JOIN held_names a ON a.person_id = pa.id
            JOIN held_names b ON b.given_key = a.given_key AND b.person_id > a.person_id
            JOIN people pb ON pb.id = b.person_id AND pb.office_id = pa.office_id
        WHERE a.given_key <> 'บุคลากร'
            AND (SELECT min(s.held_from) FROM appointments s WHERE s.person_id = a.person_id)
                = (SELECT min(s.held_from) FROM appointments s WHERE s.person_id = b.person_id)
        UNION ALL
        SELECT a.person_id, b.person_id, 4
        FROM people pa JOIN held_names a ON a.person_id = pa.id
            JOIN held_names b ON b.given_key = a.given_key AND b.person_id > a.person_id
            JOIN people pb ON pb.id = b.person_id AND pb.school_id = pa.school_id AND pb.office_id = pa.office_id
        WHERE a.given_key <> 'บุคลากร'
    ) f
    JOIN people p ON p.id = f.person_id AND p.merged_into_id IS NULL
    JOIN people q ON q.id = f.other_id AND q.merged_into_id IS NULL
    GROUP BY f.person_id, f.other_id, p.office_id, q.office_id;
GRANT SELECT ON duplicate_pairs TO teacherdevplan_service;

CREATE TABLE person_merges (
    id uuid PRIMARY KEY,
    kept_id uuid NOT NULL REFERENCES people (id),
    duplicate_id uuid NOT NULL REFERENCES people (id),
    merged_at timestamptz NOT NULL,
    undone_at timestamptz,
    -- The office that kept the kept record before.
    kept_office_id uuid NOT NULL REFERENCES offices (id),
    -- Whether the kept record took the duplicate's number, and its own before.
    took_number boolean NOT NULL,
    staff_number text COLLATE "th-x-icu",
    -- Whether the kept record had no digest of an identity and took the duplicate's.
    took_identity boolean NOT NULL,
    CHECK (kept_id <> duplicate_id)
);
CREATE UNIQUE INDEX ix_person_merges_duplicate_id ON person_merges (duplicate_id) WHERE undone_at IS NULL;
CREATE INDEX ix_person_merges_kept_id ON person_merges (kept_id);

-- What a merge moved: rows by their primary key, in the column that had the duplicate's id; or rows of which a flag was
-- set. Ids and nothing else.
CREATE TABLE person_merge_parts (
    merge_id uuid NOT NULL REFERENCES person_merges (id) DEFERRABLE INITIALLY DEFERRED,
    table_name name NOT NULL,
    column_name name NOT NULL,
    row_key jsonb NOT NULL,
    PRIMARY KEY (merge_id, table_name, column_name, row_key)
);
GRANT SELECT, INSERT, UPDATE ON person_merges TO teacherdevplan_service;
GRANT SELECT ON person_merge_parts TO teacherdevplan_service;

-- The columns that refer to people, by the foreign keys that there are, and the other columns of their primary keys. A
-- new foreign key is included by itself. The merges themselves say what was merged, and stay.
CREATE VIEW person_references AS
    SELECT DISTINCT t.relname AS table_name, a.attname AS column_name,
        ARRAY(SELECT k.attname FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
            WHERE i.indrelid = c.conrelid AND i.indisprimary AND k.attnum <> a.attnum ORDER BY k.attnum) AS key
    FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS pair (child, parent)
    JOIN pg_class t ON t.oid = c.conrelid AND t.relnamespace = 'public'::regnamespace
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = pair.child
    JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = pair.parent AND b.attname = 'id'
    WHERE c.contype = 'f' AND c.confrelid = 'public.people'::regclass AND t.relname <> 'person_merges'
    UNION ALL
    -- The one key without a constraint, because people refer to schools, too.
    SELECT 'schools', 'director_id', ARRAY['id']::name[];

-- The primary key of a row as jsonb, for statements that are made here.
CREATE FUNCTION key_of_row(key name[]) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT 'jsonb_build_object(' || coalesce((SELECT string_agg(format('%L, %I', column_name, column_name), ', ')
        FROM unnest(key) AS keys (column_name)), '') || ')'
$$;

-- Moves everything of one record to another. Gives the number of moved rows, and the tables in which both records have a
-- row that there may be only once; if there are any, or if it is only tried, nothing has moved.
-- APPROVED_THE_OTHER stands for a plan that one of them approved for the other.
--   asides: the duplicate's names that are not to be in the kept record's series.
--   named: the appointments of both that stay under their names.
--   office, number: the kept record's from now on.
CREATE FUNCTION merge_person(merge uuid, kept uuid, duplicate uuid, asides uuid[], named uuid[], office uuid, number text,
    today date, only_tried boolean, OUT moved bigint, OUT conflicts text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    r record;
    changed bigint;
BEGIN
    moved := 0;
    conflicts := '{}';
    BEGIN
        UPDATE held_names SET aside = true, held_to = coalesce(held_to, today) WHERE id = ANY (asides) AND person_id = duplicate;
        UPDATE appointments SET name_stays = true WHERE id = ANY (named) AND person_id IN (kept, duplicate);
        INSERT INTO person_merge_parts
        SELECT merge, 'held_names', 'aside', jsonb_build_object('id', id) FROM unnest(asides) AS id
        UNION ALL SELECT merge, 'appointments', 'name_stays', jsonb_build_object('id', id) FROM unnest(named) AS id;
        -- Only the latest invitation of a person counts.
        DELETE FROM invitations WHERE person_id = duplicate;
        FOR r IN SELECT * FROM person_references ORDER BY table_name, column_name LOOP
            BEGIN
                EXECUTE format('WITH moved AS (UPDATE %I SET %I = $1 WHERE %I = $2 RETURNING %s AS row_key) '
                    'INSERT INTO person_merge_parts SELECT $3, %L, %L, row_key FROM moved',
                    r.table_name, r.column_name, r.column_name, key_of_row(r.key), r.table_name, r.column_name)
                USING kept, duplicate, merge;
                GET DIAGNOSTICS changed = ROW_COUNT;
                moved := moved + changed;
            EXCEPTION
                WHEN unique_violation OR exclusion_violation THEN
                    conflicts := array_append(conflicts, r.table_name::text);
                WHEN check_violation THEN
                    conflicts := array_append(conflicts, 'APPROVED_THE_OTHER');
            END;
        END LOOP;
        UPDATE people SET merged_into_id = kept WHERE id = duplicate;
        IF only_tried OR cardinality(conflicts) > 0 THEN
            RAISE EXCEPTION 'not merged' USING ERRCODE = 'MERGE';
        END IF;
        UPDATE people k SET office_id = office, staff_number = number,
            identity_digest = coalesce(k.identity_digest, d.identity_digest)
        FROM people d WHERE k.id = kept AND d.id = duplicate;
    EXCEPTION WHEN SQLSTATE 'MERGE' THEN
        moved := 0;
    END;
END $$;

-- Moves back what a merge moved, as far as the kept record still has it. Gives the number of moved rows.
--   office, number: the kept record's from now on.
CREATE FUNCTION unmerge_person(merge uuid, office uuid, number text, OUT moved bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    m person_merges;
    r record;
    changed bigint;
BEGIN
    moved := 0;
    SELECT * INTO STRICT m FROM person_merges WHERE id = merge AND undone_at IS NULL FOR UPDATE;
    FOR r IN SELECT * FROM person_references ORDER BY table_name, column_name LOOP
        EXECUTE format('UPDATE %I SET %I = $1 WHERE %I = $2 AND %s IN (SELECT row_key FROM person_merge_parts '
            'WHERE merge_id = $3 AND table_name = %L AND column_name = %L)',
            r.table_name, r.column_name, r.column_name, key_of_row(r.key), r.table_name, r.column_name)
        USING m.duplicate_id, m.kept_id, merge;
        GET DIAGNOSTICS changed = ROW_COUNT;
        moved := moved + changed;
    END LOOP;
    UPDATE held_names h SET aside = false FROM person_merge_parts p
    WHERE p.merge_id = merge AND p.table_name = 'held_names' AND p.column_name = 'aside' AND h.id = (p.row_key ->> 'id')::uuid;
    UPDATE appointments a SET name_stays = false FROM person_merge_parts p
    WHERE p.merge_id = merge AND p.table_name = 'appointments' AND p.column_name = 'name_stays'
        AND a.id = (p.row_key ->> 'id')::uuid;
    UPDATE people k SET office_id = office, staff_number = number, identity_digest = CASE
        WHEN NOT m.took_identity OR k.identity_digest IS DISTINCT FROM d.identity_digest THEN k.identity_digest END
    FROM people d WHERE k.id = m.kept_id AND d.id = m.duplicate_id;
    UPDATE people SET merged_into_id = NULL WHERE id = m.duplicate_id;
END $$;
REVOKE EXECUTE ON FUNCTION merge_person, unmerge_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merge_person, unmerge_person TO teacherdevplan_service;
