-- A page of all projects, sorted by any of their own fields, is read from an index.
CREATE INDEX ix_projects_name_printed_id ON projects (name_printed, id);
CREATE INDEX ix_projects_strategy_printed_id ON projects (strategy_printed, id);
CREATE INDEX ix_projects_responsible_unit_printed_id ON projects (responsible_unit_printed, id);
CREATE INDEX ix_projects_period_printed_id ON projects (period_printed, id);
CREATE INDEX ix_projects_venue_id ON projects (venue, id);
CREATE INDEX ix_projects_virement_allowed_id ON projects (virement_allowed, id);
CREATE INDEX ix_projects_nature_id ON projects (array_position('{NEW,CONTINUING}'::text[], nature), id);
CREATE INDEX ix_projects_version_id ON projects (version, id);
CREATE INDEX ix_projects_printed_q1_id ON projects (printed_q1, id);
CREATE INDEX ix_projects_printed_q2_id ON projects (printed_q2, id);
CREATE INDEX ix_projects_printed_q3_id ON projects (printed_q3, id);
CREATE INDEX ix_projects_printed_q4_id ON projects (printed_q4, id);
CREATE INDEX ix_projects_printed_total_id ON projects (printed_total, id);

CREATE INDEX ix_project_budgets_planned_q1 ON project_budgets (planned_q1, project_id);
CREATE INDEX ix_project_budgets_planned_q2 ON project_budgets (planned_q2, project_id);
CREATE INDEX ix_project_budgets_planned_q3 ON project_budgets (planned_q3, project_id);
CREATE INDEX ix_project_budgets_planned_q4 ON project_budgets (planned_q4, project_id);
CREATE INDEX ix_project_budgets_disbursed_q1 ON project_budgets (disbursed_q1, project_id);
CREATE INDEX ix_project_budgets_disbursed_q2 ON project_budgets (disbursed_q2, project_id);
CREATE INDEX ix_project_budgets_disbursed_q3 ON project_budgets (disbursed_q3, project_id);
CREATE INDEX ix_project_budgets_disbursed_q4 ON project_budgets (disbursed_q4, project_id);

-- The entries of an office's projects lie far apart in the table. This index has the columns that lists of them are
-- filtered, sorted and counted by, so that the table is only needed for the rows of a page.
DROP INDEX ix_ledger_entries_project_id_recorded_at_sequence;
CREATE INDEX ix_ledger_entries_project_id_recorded_at_sequence ON ledger_entries (project_id, recorded_at, sequence, id)
    INCLUDE (activity_id, fiscal_year, kind, amount, quarter, paid_on, funding_source, expires_on, commitment_id);

ANALYZE projects;
