-- Groups that wait together, and how many people who came later were seated before.
ALTER TABLE enrollments
    ADD waiting_group uuid,
    ADD overtaken integer NOT NULL DEFAULT 0 CHECK (overtaken >= 0),
    ADD CHECK (waiting_group IS NULL OR status = 'WAITLISTED');
ALTER TABLE enrollments ALTER overtaken DROP DEFAULT;

-- The categories of staff that an offering is for; none means everybody.
CREATE TABLE offering_categories (
    id uuid PRIMARY KEY,
    offering_id uuid NOT NULL REFERENCES offerings (id),
    number integer NOT NULL CHECK (number > 0),
    category_id uuid NOT NULL REFERENCES staff_categories (id),
    UNIQUE (offering_id, number) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (offering_id, category_id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_offering_categories_category_id ON offering_categories (category_id);
ALTER TABLE enrollment_exceptions DROP CONSTRAINT enrollment_exceptions_rule_check;
ALTER TABLE enrollment_exceptions ADD CONSTRAINT enrollment_exceptions_rule_check
    CHECK (rule IN ('CAPACITY', 'WINDOW', 'OVERLAP', 'CATEGORY'));

-- The code by which people say that they are in a session: one at a time, and only its digest.
CREATE TABLE attendance_codes (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
    digest bytea NOT NULL,
    expires_at timestamptz NOT NULL
);
-- How often somebody gave a wrong code; a new code begins anew.
CREATE TABLE attendance_tries (
    id uuid PRIMARY KEY,
    code_id uuid NOT NULL REFERENCES attendance_codes (id) ON DELETE CASCADE,
    enrollment_id uuid NOT NULL REFERENCES enrollments (id) ON DELETE CASCADE,
    wrong integer NOT NULL CHECK (wrong > 0),
    UNIQUE (code_id, enrollment_id)
);
CREATE INDEX ix_attendance_tries_enrollment_id ON attendance_tries (enrollment_id);
GRANT SELECT, INSERT, DELETE ON offering_categories TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON attendance_codes, attendance_tries TO teacherdevplan_service;

-- Enrolments of records that were merged, of which the person has another one in the same offering: whole rows, for when the
-- merge is undone. The office is that of the offering, so that a name in a reason is found and erased.
CREATE TABLE merged_enrollments (
    merge_id uuid NOT NULL,
    enrollment_id uuid NOT NULL,
    office_id uuid NOT NULL REFERENCES offices (id),
    offering_id uuid NOT NULL REFERENCES offerings (id),
    -- The one that stays, and whether it took the item of the person's plan.
    stays_id uuid NOT NULL,
    took_plan_item boolean NOT NULL,
    enrollment jsonb NOT NULL,
    exceptions jsonb NOT NULL,
    attendances jsonb NOT NULL,
    PRIMARY KEY (merge_id, enrollment_id)
);
CREATE INDEX ix_merged_enrollments_offering_id ON merged_enrollments (offering_id);
GRANT SELECT ON merged_enrollments TO teacherdevplan_service;

-- Whether something is recorded of a person in an offering that would be lost without the row.
CREATE FUNCTION has_results(e enrollments) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN e.status IN ('COMPLETED', 'NOT_COMPLETED') OR e.attended_minutes > 0 OR e.pre_test IS NOT NULL OR e.post_test IS NOT NULL
    OR e.report_given;

-- Before a merge: of two enrolments in one offering one stays, the other one is set aside. Gives the offerings in which
-- both have results, which cannot be put together; and those in which somebody left a seat or the line.
CREATE FUNCTION set_enrollments_aside(merge uuid, kept uuid, duplicate uuid, OUT conflicts text[], OUT left_in uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    o record;
    stays enrollments;
    goes enrollments;
    takes_item boolean;
BEGIN
    conflicts := '{}';
    left_in := '{}';
    FOR o IN SELECT f.id, f.office_id, f.title FROM offerings f
        WHERE EXISTS (SELECT FROM enrollments e WHERE e.offering_id = f.id AND e.person_id = kept)
            AND EXISTS (SELECT FROM enrollments e WHERE e.offering_id = f.id AND e.person_id = duplicate)
        ORDER BY f.fiscal_year, f.title, f.id
    LOOP
        -- Who takes part, then who waits, then who asks; of two, the one with results, with a seat, the earlier one, then that of the kept record.
        SELECT * INTO stays FROM enrollments e WHERE e.offering_id = o.id AND e.person_id IN (kept, duplicate)
        ORDER BY CASE WHEN e.status IN ('DECLINED', 'WITHDRAWN') THEN 4 WHEN e.status = 'REQUESTED' THEN 3
            WHEN e.status = 'WAITLISTED' THEN 2 ELSE 1 END,
            has_results(e) DESC, e.seat IS NULL, e.place, e.requested_at, e.person_id = kept DESC, e.id LIMIT 1;
        SELECT * INTO goes FROM enrollments e
        WHERE e.offering_id = o.id AND e.person_id IN (kept, duplicate) AND e.id <> stays.id;
        IF has_results(goes) THEN
            conflicts := conflicts || o.title;
            CONTINUE;
        END IF;
        IF goes.status IN ('WAITLISTED', 'ENROLLED') THEN
            left_in := left_in || o.id;
        END IF;
        takes_item := stays.plan_item_id IS NULL AND goes.plan_item_id IS NOT NULL;
        INSERT INTO merged_enrollments
        SELECT merge, goes.id, o.office_id, o.id, stays.id, takes_item, to_jsonb(goes),
            (SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM enrollment_exceptions x WHERE x.enrollment_id = goes.id),
            (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM attendances a WHERE a.enrollment_id = goes.id);
        DELETE FROM enrollment_exceptions WHERE enrollment_id = goes.id;
        DELETE FROM attendances WHERE enrollment_id = goes.id;
        BEGIN
            DELETE FROM enrollments WHERE id = goes.id;
        EXCEPTION WHEN foreign_key_violation THEN
            -- Something that was added since refers to it.
            conflicts := conflicts || o.title;
        END;
        IF takes_item THEN
            UPDATE enrollments SET plan_item_id = goes.plan_item_id WHERE id = stays.id;
        END IF;
    END LOOP;
END $$;

-- After a merge was undone: gives back what it set aside. A seat that somebody else has by now is replaced by a free one, or
-- else by the first place in the line; in an offering that is over, the enrolment ends as the offering's end ends them. Gives
-- the offerings.
CREATE FUNCTION bring_enrollments_back(merge uuid, OUT back_in uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    m merged_enrollments;
    o offerings;
    e enrollments;
BEGIN
    back_in := '{}';
    FOR m IN SELECT * FROM merged_enrollments a WHERE a.merge_id = merge ORDER BY a.enrollment_id LOOP
        SELECT * INTO STRICT o FROM offerings f WHERE f.id = m.offering_id;
        e := jsonb_populate_record(NULL::enrollments, m.enrollment);
        IF NOT EXISTS (SELECT FROM individual_plan_items i WHERE i.id = e.plan_item_id) THEN
            e.plan_item_id := NULL;
        END IF;
        IF o.status IN ('COMPLETED', 'REPORTED', 'CANCELLED') AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED') THEN
            IF e.status = 'ENROLLED' AND o.status <> 'CANCELLED' THEN
                e.status := 'ABSENT';
            ELSE
                e.status := 'DECLINED';
                e.seat := NULL;
                e.beyond_capacity := false;
            END IF;
            e.place := NULL;
            e.waiting_group := NULL;
        END IF;
        IF e.seat > o.capacity OR EXISTS (SELECT FROM enrollments x WHERE x.offering_id = o.id AND x.seat = e.seat) THEN
            SELECT min(n) INTO e.seat
            FROM generate_series(1, coalesce(o.capacity, (SELECT count(*)::integer + 1 FROM enrollments x WHERE x.offering_id = o.id))) n
            WHERE NOT EXISTS (SELECT FROM enrollments x WHERE x.offering_id = o.id AND x.seat = n);
            IF e.seat IS NULL AND e.status = 'ENROLLED' THEN
                e.status := 'WAITLISTED';
                SELECT coalesce(min(x.place), 1) - 1 INTO e.place FROM enrollments x WHERE x.offering_id = o.id;
            ELSIF e.seat IS NULL THEN
                -- Over: whoever was absent needs no seat any more, and nobody gets one.
                e.beyond_capacity := true;
            END IF;
        ELSIF EXISTS (SELECT FROM enrollments x WHERE x.offering_id = o.id AND x.place = e.place) THEN
            UPDATE enrollments x SET place = x.place + 1 WHERE x.offering_id = o.id AND x.place > e.place;
            e.place := e.place + 1;
        END IF;
        IF m.took_plan_item THEN
            UPDATE enrollments x SET plan_item_id = NULL
            WHERE x.id = m.stays_id AND x.plan_item_id::text = m.enrollment ->> 'plan_item_id';
        END IF;
        -- Nothing was recorded of it; whether a share of nothing is 0 or unknown depends on what was held since.
        IF (e.share_of_held IS NULL) <> (o.held_minutes = 0) THEN
            e.share_of_held := CASE WHEN o.held_minutes > 0 THEN 0 END;
        END IF;
        INSERT INTO enrollments VALUES (e.*);
        INSERT INTO enrollment_exceptions
        SELECT x.* FROM jsonb_populate_recordset(NULL::enrollment_exceptions, m.exceptions) x;
        INSERT INTO attendances SELECT x.* FROM jsonb_populate_recordset(NULL::attendances, m.attendances) x
        WHERE EXISTS (SELECT FROM sessions s WHERE s.id = x.session_id);
        back_in := back_in || o.id;
    END LOOP;
    DELETE FROM merged_enrollments a WHERE a.merge_id = merge;
    -- What was added to an enrolment since the merge goes with it.
    UPDATE certificates c SET person_id = x.person_id
    FROM person_merges p, enrollments x WHERE p.id = merge AND x.person_id = p.duplicate_id AND c.enrollment_id = x.id AND c.person_id <> x.person_id;
    UPDATE application_assessments c SET person_id = x.person_id
    FROM person_merges p, enrollments x WHERE p.id = merge AND x.person_id = p.duplicate_id AND c.enrollment_id = x.id AND c.person_id <> x.person_id;
    UPDATE questionnaire_answers c SET person_id = x.person_id
    FROM person_merges p, enrollments x WHERE p.id = merge AND x.person_id = p.duplicate_id AND c.enrollment_id = x.id AND c.person_id <> x.person_id;
END $$;
REVOKE EXECUTE ON FUNCTION set_enrollments_aside, bring_enrollments_back FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_enrollments_aside, bring_enrollments_back TO teacherdevplan_service;
