-- A page of payments by id goes past no other entries: a country's plans are entries, too, and most of them are older than
-- its first payment.
CREATE INDEX ix_ledger_entries_payments_id ON ledger_entries (id) WHERE kind = 'DISBURSEMENT';
-- The commitments of an office are found by its projects, not among those of the country.
CREATE INDEX ix_ledger_entries_commitments_project_id ON ledger_entries (project_id) WHERE kind = 'COMMITMENT';
