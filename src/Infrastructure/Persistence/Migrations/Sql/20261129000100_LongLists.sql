-- Texts of projects that people search over the country.
ALTER TABLE projects
    ADD COLUMN strategy_printed_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(strategy_printed)) STORED,
    ADD COLUMN responsible_unit_printed_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(responsible_unit_printed)) STORED,
    ADD COLUMN period_printed_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(period_printed)) STORED;

-- How far success indicators got: percent with two decimals, and by the exact figures whether the target is reached.
ALTER TABLE project_kpis
    ADD COLUMN achievement numeric GENERATED ALWAYS AS (
        CASE WHEN result IS NULL OR target_value <= 0 THEN NULL
            ELSE 0.01 * sign(result) * div(20000 * abs(result) + target_value, 2 * target_value) END) STORED,
    ADD COLUMN status text GENERATED ALWAYS AS (
        CASE WHEN result_id IS NULL THEN 'NOT_REPORTED'
            WHEN result IS NULL OR target_value IS NULL THEN NULL
            WHEN result >= target_value THEN 'ACHIEVED'
            WHEN target_value > 0 AND result * 100 >= target_value * 80 THEN 'ON_TRACK'
            ELSE 'OFF_TRACK' END) STORED;
CREATE INDEX ix_project_kpis_status_id ON project_kpis (status, id);
CREATE INDEX ix_project_kpis_achievement_id ON project_kpis (achievement, id);
CREATE INDEX ix_project_kpis_achievement_desc_id ON project_kpis (achievement DESC NULLS LAST, id);
CREATE INDEX ix_project_kpis_number_desc_id ON project_kpis (number DESC, id);

CREATE INDEX ix_activities_fiscal_year_id ON activities (fiscal_year, id);
CREATE INDEX ix_activities_fiscal_year_desc_id ON activities (fiscal_year DESC, id);
CREATE INDEX ix_activities_number_desc_id ON activities (number DESC, id);

CREATE INDEX ix_progress_report_revisions_submitted_on_id ON progress_report_revisions (submitted_on, id);
CREATE INDEX ix_progress_report_revisions_submitted_on_desc_id ON progress_report_revisions (submitted_on DESC, id);
CREATE INDEX ix_progress_report_revisions_due_on_id ON progress_report_revisions (due_on, id);
CREATE INDEX ix_progress_report_revisions_due_on_desc_id ON progress_report_revisions (due_on DESC, id);
CREATE INDEX ix_progress_report_revisions_work_done_id ON progress_report_revisions (work_done, id);
CREATE INDEX ix_progress_report_revisions_work_done_desc_id ON progress_report_revisions (work_done DESC, id);

-- What is never null is sorted without a word about nulls, so its indexes say none either.
DROP INDEX ix_projects_fiscal_year_desc_id, ix_projects_number_desc_id, ix_projects_starts_on_desc_id, ix_projects_ends_on_desc_id,
    ix_projects_stated_budget_desc_id;
CREATE INDEX ix_projects_fiscal_year_desc_id ON projects (fiscal_year DESC, id);
CREATE INDEX ix_projects_number_desc_id ON projects (number DESC, id);
CREATE INDEX ix_projects_starts_on_desc_id ON projects (starts_on DESC, id);
CREATE INDEX ix_projects_ends_on_desc_id ON projects (ends_on DESC, id);
CREATE INDEX ix_projects_stated_budget_desc_id ON projects (stated_budget DESC, id);

-- Likewise the figures of projects: in falling order they are read backwards from the other index.
DROP INDEX ix_project_budgets_planned_total_desc, ix_project_budgets_transferred_in_total_desc,
    ix_project_budgets_transferred_out_total_desc, ix_project_budgets_revised_total_desc, ix_project_budgets_committed_desc,
    ix_project_budgets_disbursed_total_desc, ix_project_budgets_available_total_desc;

-- Commitments and transfers are few among the entries.
CREATE INDEX ix_ledger_entries_commitments_id ON ledger_entries (id)
    INCLUDE (project_id, activity_id, fiscal_year, amount, expires_on, recorded_at) WHERE kind = 'COMMITMENT';
CREATE INDEX ix_ledger_entries_transfers_id ON ledger_entries (id) WHERE kind = 'TRANSFER_OUT';

ANALYZE projects, project_kpis, activities, progress_report_revisions, ledger_entries;
