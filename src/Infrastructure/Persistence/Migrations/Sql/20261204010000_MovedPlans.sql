-- What is approved or closed stays, but for the person: when two records are merged, a foreign key's cascade writes the
-- key's other columns, too, with the values that they have.
CREATE OR REPLACE FUNCTION keep_approved_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM individual_plan_revisions r WHERE r.id = OLD.revision_id AND r.approved_at IS NOT NULL)
        AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'person_id' <> to_jsonb(OLD) - 'person_id') THEN
        RAISE EXCEPTION 'the content of an approved revision cannot change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION keep_closed_rounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM needs_rounds r WHERE r.id = OLD.round_id AND r.status = 'CLOSED')
        AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'person_id' <> to_jsonb(OLD) - 'person_id') THEN
        RAISE EXCEPTION 'what was asked for in a closed round cannot change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
