using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Infrastructure.Persistence.Setup;

/// <summary>The login that the service works as: a member of <see cref="ServiceRoleSql.Role"/> and of nothing else.</summary>
internal static class ServiceLogin
{
    /// <summary>
    /// Creates the login with the password that is configured for it, unless it exists or only one login is used. Takes from
    /// all logins the right to create temporary tables, which could hide the real ones from a trigger; a restored database
    /// has that right again.
    /// </summary>
    public static async Task EnsureAsync(PlanDatabase database, CancellationToken cancellationToken)
    {
        var service = new NpgsqlConnectionStringBuilder(database.Logins.Service);
        var owner = new NpgsqlConnectionStringBuilder(database.Logins.Owner);
        if (service.Username is null || service.Username == owner.Username)
            return;
        var source = database.OwnerSource;
        await using var revoke = source.CreateCommand(
            "DO $do$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $do$"
        );
        await revoke.ExecuteNonQueryAsync(cancellationToken);
        await using var make = source.CreateCommand(
            """
            SELECT format(
                CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = $1)
                    THEN 'GRANT %3$I TO %1$I' ELSE 'CREATE ROLE %1$I LOGIN PASSWORD %2$L IN ROLE %3$I' END, $1, $2, $3)
            WHERE NOT EXISTS (
                SELECT FROM pg_auth_members m
                JOIN pg_roles member ON member.oid = m.member JOIN pg_roles role ON role.oid = m.roleid
                WHERE member.rolname = $1 AND role.rolname = $3)
            """
        );
        make.Parameters.AddWithValue(service.Username);
        make.Parameters.AddWithValue(service.Password ?? "");
        make.Parameters.AddWithValue(ServiceRoleSql.Role);
        if (await make.ExecuteScalarAsync(cancellationToken) is not string statement)
            return;
        await using var create = source.CreateCommand(statement);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task RefuseTooPowerfulAsync(PlanDatabase database, CancellationToken cancellationToken)
    {
        const string tooPowerful = """
            has_table_privilege('ledger_entries', 'UPDATE') OR has_table_privilege('ledger_entries', 'DELETE')
            OR has_table_privilege('ledger_entries', 'TRUNCATE')
            OR has_table_privilege('plan_budgets', 'UPDATE') OR has_table_privilege('open_commitments', 'UPDATE')
            OR has_table_privilege('indicator_results', 'UPDATE') OR has_table_privilege('indicator_results', 'DELETE')
            OR has_table_privilege('audit_records', 'UPDATE') OR has_table_privilege('audit_records', 'DELETE')
            OR has_table_privilege('audit_chain', 'INSERT') OR has_table_privilege('audit_archives', 'INSERT')
            """;
        const string temporary = "has_database_privilege(current_database(), 'TEMPORARY')";
        var login = new NpgsqlConnectionStringBuilder(database.Logins.Service);
        var user = login.Username;
        if (await database.HoldsAsync(tooPowerful, cancellationToken))
            throw new HostingException(
                $"The database login '{user}' could change or remove what the ledger and the audit trail have recorded; the service does not work as such "
                    + $"a login. Name the owner in ConnectionStrings__Owner (for migrations) and, in ConnectionStrings__TeacherDevPlan, a "
                    + $"login that is a member of the role {ServiceRoleSql.Role} only; './run migrate' makes it."
            );
        if (await database.HoldsAsync(temporary, cancellationToken))
            throw new HostingException(
                $"The database login '{user}' may create temporary tables, which could stand in for those of the ledger. Run "
                    + $"'REVOKE TEMPORARY ON DATABASE {login.Database} FROM PUBLIC' as the owner of the database."
            );
    }
}
