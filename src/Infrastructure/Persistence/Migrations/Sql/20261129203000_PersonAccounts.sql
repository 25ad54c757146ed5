-- The latest invitation of a person to read the own record, by the digest of its code.
CREATE TABLE invitations (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    digest bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL,
    used_by text COLLATE "th-x-icu",
    UNIQUE (person_id)
);

-- Which caller's name a person signs in with.
CREATE TABLE person_accounts (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    -- Compared byte by byte: names of callers that look alike are not the same.
    caller text COLLATE "C" NOT NULL UNIQUE,
    UNIQUE (person_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON invitations, person_accounts TO teacherdevplan_service;
