using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// The audit trail: records that nobody can change, and a chain of hashes over them. A record waits for at most some seconds
/// until it is chained, so that those who write do not have to wait for each other; the chain is made by the database alone.
/// </summary>
internal static class AuditSql
{
    /// <summary>
    /// A record as the text that is hashed: every field with its length in bytes, "-" for null. It is frozen: a change would
    /// make every chain a false one.
    /// </summary>
    public const string Canonical = """
        (SELECT string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), ',' ORDER BY place)
        FROM unnest(ARRAY[r.number::text, r.id::text, (extract(epoch FROM r.recorded_at) * 1000000)::bigint::text, r.kind, r.actor,
            array_to_json(r.roles)::text, r.address, r.request_id, r.action, array_to_json(r.subjects)::text, r.before::text,
            r.after::text, r.reason]) WITH ORDINALITY AS fields(field, place))
        """;

    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE TABLE audit_records (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                id uuid NOT NULL UNIQUE,
                recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                kind text NOT NULL CHECK (kind IN ('WRITE', 'REFUSAL', 'READ')),
                actor text NOT NULL,
                roles text[] NOT NULL,
                address text,
                request_id text,
                action text NOT NULL,
                subjects text[] NOT NULL,
                before jsonb,
                after jsonb,
                reason text
            );
            CREATE INDEX ix_audit_records_recorded_at ON audit_records (recorded_at, id);
            CREATE INDEX ix_audit_records_actor ON audit_records (actor, recorded_at);
            CREATE INDEX ix_audit_records_request_id ON audit_records (request_id);
            CREATE TABLE audit_unchained (record_number bigint PRIMARY KEY);
            CREATE TABLE audit_chain (
                position bigint PRIMARY KEY,
                record_number bigint NOT NULL UNIQUE,
                hash bytea NOT NULL
            );
            CREATE TABLE audit_head (
                one boolean PRIMARY KEY DEFAULT true CHECK (one),
                position bigint NOT NULL,
                hash bytea NOT NULL,
                began_at timestamptz NOT NULL DEFAULT now()
            );
            INSERT INTO audit_head (position, hash) VALUES (0, sha256('teacherdevplan'::bytea));

            CREATE TRIGGER records_stay BEFORE UPDATE OR DELETE ON audit_records
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER all_records_stay BEFORE TRUNCATE ON audit_records
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER chain_stays BEFORE UPDATE OR DELETE ON audit_chain
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER all_the_chain_stays BEFORE TRUNCATE ON audit_chain
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

            CREATE FUNCTION await_chaining() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                INSERT INTO audit_unchained VALUES (NEW.number);
                RETURN NULL;
            END $$;
            CREATE TRIGGER records_await_chaining AFTER INSERT ON audit_records
                FOR EACH ROW EXECUTE FUNCTION await_chaining()
            """
        );
        migration.Sql(
            $"""
            CREATE FUNCTION chain_audit_records(most integer) RETURNS integer
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            DECLARE
                head audit_head;
                r audit_records;
                chained integer := 0;
            BEGIN
                SELECT * INTO head FROM audit_head FOR UPDATE;
                FOR r IN
                    SELECT a.* FROM audit_unchained u JOIN audit_records a ON a.number = u.record_number
                    ORDER BY u.record_number LIMIT most
                LOOP
                    head.position := head.position + 1;
                    head.hash := sha256(head.hash || int8send(head.position) || sha256(convert_to({Canonical}, 'UTF8')));
                    INSERT INTO audit_chain VALUES (head.position, r.number, head.hash);
                    DELETE FROM audit_unchained WHERE record_number = r.number;
                    chained := chained + 1;
                END LOOP;
                UPDATE audit_head SET position = head.position, hash = head.hash;
                RETURN chained;
            END $$;
            REVOKE EXECUTE ON FUNCTION chain_audit_records FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION chain_audit_records TO {ServiceRoleSql.Role};
            GRANT SELECT ON audit_records, audit_chain, audit_head, audit_unchained TO {ServiceRoleSql.Role};
            -- When it was recorded is for the database to say.
            GRANT INSERT (id, kind, actor, roles, address, request_id, action, subjects, before, after, reason)
                ON audit_records TO {ServiceRoleSql.Role}
            """
        );
    }

    public static void Drop(MigrationBuilder migration) =>
        migration.Sql(
            """
            DROP FUNCTION chain_audit_records;
            DROP TABLE audit_records, audit_unchained, audit_chain, audit_head;
            DROP FUNCTION await_chaining
            """
        );
}
