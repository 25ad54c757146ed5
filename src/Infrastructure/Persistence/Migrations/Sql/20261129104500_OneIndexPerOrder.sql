-- The id breaks ties in the direction of the key before it, so one index has an order and its reverse. Rows without a value come last
-- in both: they are read as a part of their own, from the same index.
DROP INDEX ix_project_budgets_disbursement_rate_desc, ix_projects_fiscal_year_desc_id, ix_projects_number_desc_id,
    ix_projects_starts_on_desc_id, ix_projects_ends_on_desc_id, ix_projects_stated_budget_desc_id, ix_activities_fiscal_year_desc_id,
    ix_activities_number_desc_id, ix_project_kpis_achievement_desc_id, ix_project_kpis_number_desc_id,
    ix_progress_report_revisions_submitted_on_desc_id, ix_progress_report_revisions_due_on_desc_id,
    ix_progress_report_revisions_work_done_desc_id;

-- Commitments by their last day, also those that have none.
CREATE INDEX ix_ledger_entries_commitments_expires_on ON ledger_entries (expires_on, id) INCLUDE (project_id) WHERE kind = 'COMMITMENT';

-- Totals of a year are read project by project.
DROP INDEX ix_project_months_fiscal_year;
CREATE INDEX ix_project_months_fiscal_year ON project_months (fiscal_year, project_id);

-- What is counted by office, project or status over a year is read from the index alone.
DROP INDEX ix_activities_fiscal_year_id, ix_project_kpis_project_id;
CREATE INDEX ix_activities_fiscal_year_id ON activities (fiscal_year, id) INCLUDE (project_id);
CREATE INDEX ix_project_kpis_project_id ON project_kpis (project_id, "position", id) INCLUDE (status, target_value);

ANALYZE ledger_entries, project_months, activities, project_kpis;
