-- Members of a committee that assesses make its assessments themselves.
ALTER TABLE application_revisions DROP CONSTRAINT application_revisions_made_by_check;
ALTER TABLE application_revisions ADD CONSTRAINT application_revisions_made_by_check
    CHECK (made_by IN ('PERSON', 'SUPERVISOR', 'DIRECTOR', 'OFFICER', 'MEMBER'));
