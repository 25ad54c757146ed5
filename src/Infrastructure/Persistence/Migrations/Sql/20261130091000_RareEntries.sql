-- Releases and transfers are few among the entries, and far apart in the table. These indexes answer lists of them, and
-- whether a commitment was released, without the table. Payments do not write to them.
CREATE INDEX ix_ledger_entries_releases ON ledger_entries (commitment_id) WHERE kind = 'COMMITMENT_RELEASED';
DROP INDEX ix_ledger_entries_transfers_id;
CREATE INDEX ix_ledger_entries_transfers_id ON ledger_entries (id)
    INCLUDE (activity_id, counterpart_id, amount, quarter, recorded_at, approved) WHERE kind = 'TRANSFER_OUT';
