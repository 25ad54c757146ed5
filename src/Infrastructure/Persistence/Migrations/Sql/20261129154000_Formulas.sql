-- The cells of a spreadsheet in which something else stands than their formula makes.
ALTER TABLE plan_readings ADD formulas jsonb NOT NULL DEFAULT '[]';
