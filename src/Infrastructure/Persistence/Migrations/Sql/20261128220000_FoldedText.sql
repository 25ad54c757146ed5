-- Text is searched as stored columns that are folded once, when they are written.
DROP INDEX ix_offices_name_search, ix_development_plans_title_search, ix_projects_name_search, ix_activities_name_search,
    ix_strategies_name_search, ix_indicators_name_search, ix_staff_members_name_search, ix_datasets_title_search;

-- What people see the same is the same: invisible characters and the soft hyphen go, spaces that do not break are spaces, letters
-- have no case, Thai digits are Arabic ones, and ำ is one character behind its tone mark, however the two were typed. Letters are taken
-- apart from their marks before they are made small, so that a list of those without marks is enough; the server's own rules of case
-- change with its version, and what is stored would not change with them.
CREATE OR REPLACE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
    replace(
        normalize(
            translate(
                lower(normalize(
                    translate(
                        value,
                        U&'\00A0\202F\2007\200B\200C\200D\2060\FEFF\00AD',
                        U&'\0020\0020\0020'),
                    NFD) COLLATE "C"),
                '๐๑๒๓๔๕๖๗๘๙ÆÐØÞĐĦŁŊŒŦẞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ',
                '0123456789æðøþđħłŋœŧßαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ'),
            NFC),
        U&'\0E4D\0E32',
        U&'\0E33'),
    '(^|[ -~\u0E01-\u0E32\u0E34-\u0E37\u0E3F-\u0E47\u0E4C\u0E4E-\u0E5B])([\u0E48-\u0E4B]*)'
        '(?:\u0E4D([\u0E48-\u0E4B]*)\u0E32|\u0E33)([\u0E48-\u0E4B]*)',
    U&'\\1\\2\\3\\4\0E33',
    'g');

ALTER TABLE offices
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED,
    ADD COLUMN province_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(province)) STORED;
ALTER TABLE development_plans
    ADD COLUMN title_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(title)) STORED;
ALTER TABLE projects
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED,
    ADD COLUMN name_printed_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name_printed)) STORED,
    ADD COLUMN venue_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(venue)) STORED;
ALTER TABLE activities
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE strategies
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE indicators
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE staff_members
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED,
    ADD COLUMN position_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(position)) STORED;
ALTER TABLE datasets
    ADD COLUMN title_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(title)) STORED;
ALTER TABLE org_units
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE districts
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE calendar_steps
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE plan_sections
    ADD COLUMN heading_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(heading)) STORED;
ALTER TABLE plan_section_texts
    ADD COLUMN text_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(text)) STORED;
ALTER TABLE guidelines
    ADD COLUMN heading_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(heading)) STORED,
    ADD COLUMN text_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(text)) STORED;
ALTER TABLE indicator_definitions
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE strategic_plan_texts
    ADD COLUMN text_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(text)) STORED;
ALTER TABLE strategy_texts
    ADD COLUMN text_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(text)) STORED;
ALTER TABLE development_plan_texts
    ADD COLUMN text_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(text)) STORED;
ALTER TABLE project_kpis
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE project_owners
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE survey_topics
    ADD COLUMN name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE findings
    ADD COLUMN message_en_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(message_en)) STORED,
    ADD COLUMN message_th_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(message_th)) STORED;

CREATE INDEX ix_offices_name_folded ON offices USING gin (name_folded gin_trgm_ops);
CREATE INDEX ix_development_plans_title_folded ON development_plans USING gin (title_folded gin_trgm_ops);
CREATE INDEX ix_projects_name_folded ON projects USING gin (name_folded gin_trgm_ops);
CREATE INDEX ix_activities_name_folded ON activities USING gin (name_folded gin_trgm_ops);
CREATE INDEX ix_strategies_name_folded ON strategies USING gin (name_folded gin_trgm_ops);
CREATE INDEX ix_indicators_name_folded ON indicators USING gin (name_folded gin_trgm_ops);
CREATE INDEX ix_staff_members_name_folded ON staff_members USING gin (name_folded gin_trgm_ops);
CREATE INDEX ix_datasets_title_folded ON datasets USING gin (title_folded gin_trgm_ops);

