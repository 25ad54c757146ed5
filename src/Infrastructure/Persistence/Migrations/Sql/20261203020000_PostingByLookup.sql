-- Posting looks up the rows of each entry by their ids. PL/pgSQL plans a statement once per connection, for the first set of entries that
-- it sees and the size that tables have then: after a set of 1,000, PostgreSQL joined the totals of all projects of the country to the
-- entries, for a single payment too; and what was planned on an empty ledger would read it whole for each entry.
ALTER FUNCTION post_ledger_entries() SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off;
