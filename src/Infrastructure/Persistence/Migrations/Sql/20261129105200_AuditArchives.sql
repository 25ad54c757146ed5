-- The oldest part of the audit trail can be moved to a file. What was moved is described here, so that the chain in the
-- database goes on from it; a record can be deleted only if an archive covers it.
CREATE TABLE audit_archives (
    last_position bigint PRIMARY KEY,
    first_position bigint NOT NULL CHECK (first_position >= 1),
    last_hash bytea NOT NULL CHECK (octet_length(last_hash) = 32),
    file_sha256 bytea NOT NULL CHECK (octet_length(file_sha256) = 32),
    ends_before timestamptz NOT NULL,
    archived_at timestamptz NOT NULL DEFAULT now(),
    CHECK (last_position >= first_position)
);
GRANT SELECT ON audit_archives TO teacherdevplan_service;

CREATE FUNCTION check_audit_archive() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    LOCK TABLE audit_archives IN SHARE ROW EXCLUSIVE MODE;
    IF NEW.first_position <> (SELECT coalesce(max(last_position), 0) + 1 FROM audit_archives) THEN
        RAISE EXCEPTION 'an archive begins where the one before it ends' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.last_hash IS DISTINCT FROM (SELECT hash FROM audit_chain WHERE position = NEW.last_position) THEN
        RAISE EXCEPTION 'an archive ends with a hash of the chain' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER archives_fit BEFORE INSERT ON audit_archives
    FOR EACH ROW EXECUTE FUNCTION check_audit_archive();
CREATE TRIGGER archives_stay BEFORE UPDATE OR DELETE ON audit_archives
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_archives_stay BEFORE TRUNCATE ON audit_archives
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The records of an archive are deleted before their places in the chain.
CREATE FUNCTION refuse_unarchived_record() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM audit_chain c
        WHERE c.record_number = OLD.number AND c.position <= (SELECT max(last_position) FROM audit_archives))
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'DELETE on audit_records: record % is in no archive', OLD.number
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION refuse_unarchived_position() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.position <= (SELECT max(last_position) FROM audit_archives)
        AND NOT EXISTS (SELECT FROM audit_records WHERE number = OLD.record_number)
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'DELETE on audit_chain: position % is in no archive', OLD.position
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER records_stay ON audit_records;
CREATE TRIGGER records_stay BEFORE UPDATE ON audit_records
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER unarchived_records_stay BEFORE DELETE ON audit_records
    FOR EACH ROW EXECUTE FUNCTION refuse_unarchived_record();
DROP TRIGGER chain_stays ON audit_chain;
CREATE TRIGGER chain_stays BEFORE UPDATE ON audit_chain
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER the_unarchived_chain_stays BEFORE DELETE ON audit_chain
    FOR EACH ROW EXECUTE FUNCTION refuse_unarchived_position();
