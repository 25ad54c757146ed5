-- That people ask for corrections of what is recorded about them, and what the offices answered.
CREATE TABLE correction_requests (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    wish text COLLATE "th-x-icu" NOT NULL,
    asked_at timestamptz NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('OPEN', 'DONE', 'DECLINED')),
    answer text COLLATE "th-x-icu",
    answered_at timestamptz,
    answered_by text COLLATE "th-x-icu",
    -- An answer has its text, its time and its author.
    CHECK (num_nonnulls(answer, answered_at, answered_by) = CASE WHEN status = 'OPEN' THEN 0 ELSE 3 END)
);
CREATE INDEX ix_correction_requests_asked_at ON correction_requests (asked_at, id);
CREATE INDEX ix_correction_requests_office_id ON correction_requests (office_id, asked_at, id);
CREATE INDEX ix_correction_requests_person_id ON correction_requests (person_id, asked_at, id);
GRANT SELECT, INSERT, UPDATE ON correction_requests TO teacherdevplan_service;
