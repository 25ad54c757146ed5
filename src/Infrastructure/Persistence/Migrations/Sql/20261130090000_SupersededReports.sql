-- Whether a later revision exists is found by the number of the next one, since revisions follow each other without gaps.
-- PostgreSQL can then compare all rows of a large list with the few later revisions, instead of looking for each row.
CREATE INDEX ix_progress_report_revisions_later ON progress_report_revisions (project_id, quarter, revision) WHERE revision > 1;
CREATE OR REPLACE VIEW progress_reports AS
    SELECT r.*, EXISTS (
        SELECT FROM progress_report_revisions later
        WHERE later.project_id = r.project_id AND later.quarter = r.quarter AND later.revision = r.revision + 1 AND later.revision > 1)
        AS superseded
    FROM progress_report_revisions r;
