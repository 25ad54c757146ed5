-- Entries as any version since the ledger stores them, each made of the one before it: a commitment of 30, a payment of 20 out of it,
-- a payment of 5, which is reversed, and a transfer of 3.
INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || '{"id": "00000000-0000-0000-0000-000000000011",
    "sequence": 3, "kind": "COMMITMENT", "amount": 30, "quarter": null, "reference": "สัญญา 1", "reason": null, "committed": 30,
    "commitment_id": "00000000-0000-0000-0000-000000000011", "expires_on": "2999-01-01"}')).*
FROM ledger_entries e WHERE activity_id = '00000000-0000-0000-0000-00000000000b' AND sequence = 2;
INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || '{"id": "00000000-0000-0000-0000-000000000012",
    "sequence": 4, "kind": "DISBURSEMENT", "amount": 20, "quarter": "Q2", "paid_on": "2023-01-10", "reference": "บค. 1", "committed": 10,
    "expires_on": null, "disbursed_q2": 20}')).*
FROM ledger_entries e WHERE activity_id = '00000000-0000-0000-0000-00000000000b' AND sequence = 3;
INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || '{"id": "00000000-0000-0000-0000-000000000013",
    "sequence": 5, "amount": 5, "quarter": "Q1", "paid_on": "2022-12-31", "reference": "บค. 2", "commitment_id": null,
    "disbursed_q1": 5}')).*
FROM ledger_entries e WHERE activity_id = '00000000-0000-0000-0000-00000000000b' AND sequence = 4;
INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || '{"id": "00000000-0000-0000-0000-000000000014",
    "sequence": 6, "kind": "REVERSAL", "paid_on": null, "reference": null, "reason": "จ่ายผิด",
    "reverses_id": "00000000-0000-0000-0000-000000000013", "disbursed_q1": 0}')).*
FROM ledger_entries e WHERE activity_id = '00000000-0000-0000-0000-00000000000b' AND sequence = 5;
INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || '{"id": "00000000-0000-0000-0000-000000000015",
    "sequence": 7, "kind": "TRANSFER_OUT", "amount": 3, "quarter": "Q3", "reverses_id": null, "reason": "โอน", "transferred_out_q3": 3,
    "transfer_id": "00000000-0000-0000-0000-000000000015", "counterpart_id": "00000000-0000-0000-0000-00000000000c"}')).*
FROM ledger_entries e WHERE activity_id = '00000000-0000-0000-0000-00000000000b' AND sequence = 6;
INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || '{"id": "00000000-0000-0000-0000-000000000016",
    "sequence": 2, "kind": "TRANSFER_IN", "amount": 3, "quarter": "Q3", "reason": "โอน", "transferred_in_q3": 3,
    "transfer_id": "00000000-0000-0000-0000-000000000015", "counterpart_id": "00000000-0000-0000-0000-00000000000b"}'
    || jsonb_build_object('recorded_at', (SELECT recorded_at FROM ledger_entries WHERE transfer_id = id)))).*
FROM ledger_entries e WHERE activity_id = '00000000-0000-0000-0000-00000000000c' AND sequence = 1;
