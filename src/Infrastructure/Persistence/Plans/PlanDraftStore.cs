using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Json;

namespace TeacherDevPlan.Infrastructure.Persistence.Plans;

/// <summary>The files that wait, in a table that no read of the API can reach.</summary>
internal sealed class PlanDraftStore(PlanDbContext context) : IPlanDraftStore
{
    private const string Find = "SELECT file FROM plan_drafts WHERE plan_id = $1";

    private const string Save = """
        WITH put AS (
            INSERT INTO plan_drafts AS x (plan_id, file) VALUES ($1, $2::jsonb)
            ON CONFLICT (plan_id) DO UPDATE SET file = excluded.file WHERE x.file <> excluded.file
            RETURNING 1),
        dated AS (UPDATE development_plans SET waits_since = now() WHERE id = $1 AND EXISTS (SELECT FROM put))
        SELECT count(*)::int FROM put
        """;

    private const string Remove = """
        WITH removed AS (DELETE FROM plan_drafts WHERE plan_id = $1 RETURNING 1),
        dated AS (UPDATE development_plans SET waits_since = NULL WHERE id = $1 AND EXISTS (SELECT FROM removed))
        SELECT count(*)::int FROM removed
        """;

    public async Task<PlanFile?> FindAsync(Guid planId, CancellationToken cancellationToken) =>
        await context.ScalarAsync(Find, cancellationToken, Sql.Of(planId)) is string file
            ? PlanDraftJson.Read(file)
            : null;

    public async Task<int> SaveAsync(Guid planId, PlanFile file, CancellationToken cancellationToken) =>
        (int)(await context.ScalarAsync(Save, cancellationToken, Sql.Of(planId), Sql.Of(PlanDraftJson.Write(file))))!;

    public async Task<int> RemoveAsync(Guid planId, CancellationToken cancellationToken) =>
        (int)(await context.ScalarAsync(Remove, cancellationToken, Sql.Of(planId)))!;
}
