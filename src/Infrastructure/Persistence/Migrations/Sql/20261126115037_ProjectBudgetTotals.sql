ALTER TABLE project_budgets ADD disbursed_total numeric(18,2) GENERATED ALWAYS AS (disbursed_q1 + disbursed_q2 + disbursed_q3 + disbursed_q4) STORED NOT NULL;

ALTER TABLE project_budgets ADD planned_total numeric(18,2) GENERATED ALWAYS AS (planned_q1 + planned_q2 + planned_q3 + planned_q4) STORED NOT NULL;

ALTER TABLE project_budgets ADD transferred_in_total numeric(18,2) GENERATED ALWAYS AS (transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4) STORED NOT NULL;

ALTER TABLE project_budgets ADD transferred_out_total numeric(18,2) GENERATED ALWAYS AS (transferred_out_q1 + transferred_out_q2 + transferred_out_q3 + transferred_out_q4) STORED NOT NULL;

ANALYZE project_budgets;
