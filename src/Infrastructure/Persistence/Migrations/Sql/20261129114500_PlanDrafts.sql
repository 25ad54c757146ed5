-- The files that wait to be published.
CREATE TABLE plan_drafts (
    plan_id uuid PRIMARY KEY REFERENCES development_plans (id) ON DELETE CASCADE,
    file text COLLATE "C" NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_drafts TO teacherdevplan_service;
ALTER TABLE development_plans
    ADD waits_since timestamp with time zone,
    ADD stated_units uuid[] NOT NULL DEFAULT ARRAY[]::uuid[],
    ADD stated_strategies uuid[] NOT NULL DEFAULT ARRAY[]::uuid[];
UPDATE development_plans d SET
    stated_units = ARRAY(SELECT u.id FROM org_units u WHERE u.office_id = d.office_id ORDER BY u.number),
    stated_strategies = ARRAY(
        SELECT s.id FROM strategies s WHERE s.strategic_plan_id = d.strategic_plan_id ORDER BY s.number);

-- What of the rows that the plans of an office share is public: what its published plans state.
ALTER TABLE offices ADD published boolean NOT NULL DEFAULT FALSE;
ALTER TABLE org_units ADD published boolean NOT NULL DEFAULT FALSE;
ALTER TABLE strategies ADD published boolean NOT NULL DEFAULT FALSE;
CREATE FUNCTION show_published(office_code text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    office uuid := (SELECT o.id FROM offices o WHERE o.code = office_code);
BEGIN
    UPDATE offices o SET published = NOT o.published
    WHERE o.id = office AND o.published <> EXISTS (
        SELECT FROM development_plans p WHERE p.office_id = office AND p.published);
    UPDATE org_units u SET published = NOT u.published
    WHERE u.office_id = office AND u.published <> EXISTS (
        SELECT FROM development_plans p WHERE p.office_id = office AND p.published AND u.id = ANY (p.stated_units));
    UPDATE strategic_plans s SET published = NOT s.published
    WHERE s.office_id = office AND s.published <> EXISTS (
        SELECT FROM development_plans p WHERE p.office_id = office AND p.published AND p.strategic_plan_id = s.id);
    UPDATE strategies t SET published = NOT t.published FROM strategic_plans s
    WHERE s.id = t.strategic_plan_id AND s.office_id = office AND t.published <> EXISTS (
        SELECT FROM development_plans p WHERE p.office_id = office AND p.published AND t.id = ANY (p.stated_strategies));
END $$;
SELECT show_published(code) FROM offices;

-- Numbers of a few persons in needs surveys.
ALTER TABLE needs_surveys
    ADD withheld boolean NOT NULL DEFAULT FALSE,
    ADD withheld_topics integer NOT NULL DEFAULT 0;
ALTER TABLE survey_topics ADD withheld boolean NOT NULL DEFAULT FALSE;
UPDATE survey_topics SET withheld = TRUE WHERE demand BETWEEN 1 AND 4;
UPDATE needs_surveys s SET
    withheld = respondents BETWEEN 1 AND 4,
    withheld_topics = (SELECT count(*) FROM survey_topics t WHERE t.needs_survey_id = s.id AND t.withheld);
