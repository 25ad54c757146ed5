-- A digest of the number of the citizen or of the passport, with a key that is kept outside the database. Its first 8 bytes
-- tell which key.
ALTER TABLE people ADD COLUMN identity_digest bytea CHECK (octet_length(identity_digest) = 40);
CREATE UNIQUE INDEX ix_people_office_id_identity_digest ON people (office_id, identity_digest)
    WHERE identity_digest IS NOT NULL;
