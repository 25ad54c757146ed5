-- The ledger: of an activity, of a project and of the country in the order of recording; of a kind; payments by the day of payment; and
-- what stands under a number of a voucher or a contract. (Indexes that are made anew keep their names: they begin as they did.)
DROP INDEX ix_ledger_entries_activity_id_recorded_at_sequence;
CREATE INDEX ix_ledger_entries_activity_id_recorded_at_sequence ON ledger_entries (activity_id, recorded_at, sequence, id);
DROP INDEX ix_ledger_entries_project_id_recorded_at_sequence;
CREATE INDEX ix_ledger_entries_project_id_recorded_at_sequence ON ledger_entries (project_id, recorded_at, sequence, id);
DROP INDEX ix_ledger_entries_expires_on;
CREATE INDEX ix_ledger_entries_expires_on ON ledger_entries (expires_on, id) WHERE expires_on IS NOT NULL;
CREATE INDEX ix_ledger_entries_recorded_at_sequence_id ON ledger_entries (recorded_at, sequence, id);
CREATE INDEX ix_ledger_entries_kind_recorded_at_sequence_id ON ledger_entries (kind, recorded_at, sequence, id);
CREATE INDEX ix_ledger_entries_payments_paid_on_id ON ledger_entries (paid_on, id) WHERE kind = 'DISBURSEMENT';
CREATE INDEX ix_ledger_entries_reference_id ON ledger_entries (reference, id) WHERE reference IS NOT NULL;

-- Reports and results.
CREATE INDEX ix_progress_report_revisions_project_id_submitted_at_id ON progress_report_revisions (project_id, submitted_at, id);
CREATE INDEX ix_progress_report_revisions_submitted_at_id ON progress_report_revisions (submitted_at, id);
CREATE INDEX ix_progress_report_revisions_late ON progress_report_revisions (submitted_at, id) WHERE submitted_on > due_on;
DROP INDEX ix_indicator_results_indicator_id_recorded_at;
CREATE INDEX ix_indicator_results_indicator_id_recorded_at ON indicator_results (indicator_id, recorded_at, sequence, id);
CREATE INDEX ix_indicator_results_target_id_recorded_at_sequence_id ON indicator_results (target_id, recorded_at, sequence, id);
CREATE INDEX ix_indicator_targets_fiscal_year_id ON indicator_targets (fiscal_year, id);

-- Projects over the country by whatever they are sorted by, in both directions: where many are the same, their ids decide.
CREATE INDEX ix_projects_fiscal_year_id ON projects (fiscal_year, id);
CREATE INDEX ix_projects_fiscal_year_desc_id ON projects (fiscal_year DESC NULLS LAST, id);
CREATE INDEX ix_projects_number_id ON projects (number, id);
CREATE INDEX ix_projects_number_desc_id ON projects (number DESC NULLS LAST, id);
CREATE INDEX ix_projects_starts_on_id ON projects (starts_on, id);
CREATE INDEX ix_projects_starts_on_desc_id ON projects (starts_on DESC NULLS LAST, id);
CREATE INDEX ix_projects_ends_on_id ON projects (ends_on, id);
CREATE INDEX ix_projects_ends_on_desc_id ON projects (ends_on DESC NULLS LAST, id);
CREATE INDEX ix_projects_stated_budget_id ON projects (stated_budget, id);
CREATE INDEX ix_projects_stated_budget_desc_id ON projects (stated_budget DESC NULLS LAST, id);
DROP INDEX ix_projects_strategy_id;
CREATE INDEX ix_projects_strategy_id ON projects (strategy_id, number, id);
DROP INDEX ix_projects_responsible_unit_id;
CREATE INDEX ix_projects_responsible_unit_id ON projects (responsible_unit_id, number, id);
CREATE INDEX ix_activities_name_id ON activities (name, id);
CREATE INDEX ix_activities_number_id ON activities (number, id);
CREATE INDEX ix_project_kpis_name_id ON project_kpis (name, id);
CREATE INDEX ix_project_kpis_number_id ON project_kpis (number, id);

-- Parts below what they are parts of, in their order.
DROP INDEX ix_activities_parent_id;
CREATE INDEX ix_activities_parent_id ON activities (parent_id, position, id);
DROP INDEX ix_activities_project_id_position;
CREATE INDEX ix_activities_project_id_position ON activities (project_id, position, id);
DROP INDEX ix_project_kpis_project_id;
CREATE INDEX ix_project_kpis_project_id ON project_kpis (project_id, position, id);
DROP INDEX ix_project_owners_project_id;
CREATE INDEX ix_project_owners_project_id ON project_owners (project_id, "order", id);
DROP INDEX ix_project_texts_project_id;
CREATE INDEX ix_project_texts_project_id ON project_texts (project_id, kind, position, id);
DROP INDEX ix_funding_sources_project_id;
CREATE INDEX ix_funding_sources_project_id ON funding_sources (project_id, position, id);
DROP INDEX ix_strategy_texts_strategy_id;
CREATE INDEX ix_strategy_texts_strategy_id ON strategy_texts (strategy_id, kind, position, id);
DROP INDEX ix_guidelines_strategy_id;
CREATE INDEX ix_guidelines_strategy_id ON guidelines (strategy_id, position, id);
DROP INDEX ix_strategic_plan_texts_strategic_plan_id;
CREATE INDEX ix_strategic_plan_texts_strategic_plan_id ON strategic_plan_texts (strategic_plan_id, kind, position, id);
DROP INDEX ix_development_plan_texts_development_plan_id;
CREATE INDEX ix_development_plan_texts_development_plan_id ON development_plan_texts (development_plan_id, kind, position, id);
DROP INDEX ix_calendar_steps_development_plan_id;
CREATE INDEX ix_calendar_steps_development_plan_id ON calendar_steps (development_plan_id, position, id);
DROP INDEX ix_plan_sections_development_plan_id;
CREATE INDEX ix_plan_sections_development_plan_id ON plan_sections (development_plan_id, position, id);
DROP INDEX ix_plan_section_texts_plan_section_id;
CREATE INDEX ix_plan_section_texts_plan_section_id ON plan_section_texts (plan_section_id, position, id);
DROP INDEX ix_districts_office_id;
CREATE INDEX ix_districts_office_id ON districts (office_id, position, id);
DROP INDEX ix_datasets_office_id;
CREATE INDEX ix_datasets_office_id ON datasets (office_id, fiscal_year, position, id);
DROP INDEX ix_observations_dataset_id;
CREATE INDEX ix_observations_dataset_id ON observations (dataset_id, position, id);
DROP INDEX ix_coordinates_observation_id;
CREATE INDEX ix_coordinates_observation_id ON coordinates (observation_id, position, id);
DROP INDEX ix_needs_surveys_office_id;
CREATE INDEX ix_needs_surveys_office_id ON needs_surveys (office_id, surveyed_on, id);
DROP INDEX ix_survey_topics_needs_survey_id;
CREATE INDEX ix_survey_topics_needs_survey_id ON survey_topics (needs_survey_id, position, id);
CREATE INDEX ix_findings_plan_id_id ON findings (plan_id, id);

-- What the planner knows of new columns and indexes.
ANALYZE offices, org_units, districts, staff_members, strategic_plan_texts, strategies, strategy_texts, guidelines, indicators,
    indicator_definitions, indicator_targets, indicator_results, development_plans, development_plan_texts, calendar_steps, plan_sections,
    plan_section_texts, findings, datasets, survey_topics, projects, project_owners, project_kpis, project_texts, activities,
    progress_report_revisions;
