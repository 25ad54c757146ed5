-- Under one key several inputs may be refused, each remembered by its digest; one input at most may succeed.
ALTER TABLE idempotency_keys DROP CONSTRAINT pk_idempotency_keys;
ALTER TABLE idempotency_keys ADD CONSTRAINT pk_idempotency_keys PRIMARY KEY (caller, key, operation, digest);
CREATE UNIQUE INDEX ux_idempotency_keys_succeeded ON idempotency_keys (caller, key) WHERE outcome -> 'Errors' = '[]';
