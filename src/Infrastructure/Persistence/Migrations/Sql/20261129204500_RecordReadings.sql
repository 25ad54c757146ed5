-- Who read what is about a person, per day; the person sees it.
CREATE TABLE record_readings (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    reader text COLLATE "th-x-icu" NOT NULL,
    day date NOT NULL,
    times integer NOT NULL,
    last_read_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ix_record_readings_person_id_day ON record_readings (person_id, day, reader);

GRANT SELECT, INSERT, UPDATE ON record_readings TO teacherdevplan_service;
