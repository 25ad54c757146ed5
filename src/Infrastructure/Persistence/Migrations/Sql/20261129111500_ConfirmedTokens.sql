-- Tokens that existed before are accepted as they were.
ALTER TABLE access_tokens
    ADD confirmed_at timestamp with time zone,
    ADD confirmed_by text COLLATE "th-x-icu",
    ADD CONSTRAINT ck_access_tokens_confirmed_by CHECK (confirmed_by IS NULL
        OR confirmed_at IS NOT NULL AND lower(confirmed_by COLLATE "C") <> lower(created_by COLLATE "C"));
UPDATE access_tokens SET confirmed_at = created_at;
GRANT UPDATE (confirmed_at, confirmed_by) ON access_tokens TO teacherdevplan_service;
CREATE TRIGGER confirmed_tokens_stay_confirmed BEFORE UPDATE ON access_tokens
    FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL
        AND (NEW.confirmed_at, NEW.confirmed_by) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by))
    EXECUTE FUNCTION refuse_change();

-- Each name in lower case, once and for ever. Older tokens may share a name, so an index on the tokens could not be unique.
CREATE TABLE access_token_names (name text COLLATE "C" PRIMARY KEY);
INSERT INTO access_token_names SELECT DISTINCT lower(name COLLATE "C") FROM access_tokens;
GRANT SELECT ON access_token_names TO teacherdevplan_service;
CREATE FUNCTION keep_token_name() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO access_token_names VALUES (lower(NEW.name COLLATE "C"));
    RETURN NEW;
END $$;
CREATE TRIGGER names_are_kept BEFORE INSERT ON access_tokens FOR EACH ROW EXECUTE FUNCTION keep_token_name();
