-- The budgets in a document's lists of projects, which are compared with those in the projects' chapters.
ALTER TABLE plan_readings ADD listed jsonb NOT NULL DEFAULT '[]';
