using Mediator;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// The plan file of an office's plan of a year as it is stored, with its sources: importing it changes nothing. Of a plan
/// that is not public, it is the draft. Null where there is no such plan for the caller.
/// </summary>
public sealed record WritePlanFile(string OfficeCode, int FiscalYear) : IQuery<byte[]?>;

public sealed class WritePlanFileHandler(
    IPlanRepository plans,
    StoredPlans stored,
    IPlanFileWriter writer,
    IUnitOfWork work
) : IQueryHandler<WritePlanFile, byte[]?>
{
    /// <summary>The office's lock keeps imports away while the parts of its plan are read.</summary>
    public async ValueTask<byte[]?> Handle(WritePlanFile query, CancellationToken cancellationToken) =>
        await work.InTransactionAsync(() => ReadAsync(query, cancellationToken), _ => false, false, cancellationToken);

    private async Task<byte[]?> ReadAsync(WritePlanFile query, CancellationToken cancellationToken)
    {
        if (
            await plans.FindPlanAsync(query.OfficeCode, query.FiscalYear, cancellationToken) is not { } id
            || await stored.LockAsync(id, cancellationToken) is not { } key
        )
            return null;
        return await stored.ReadAsync(key, cancellationToken) is { File: var file } ? writer.Write(file) : null;
    }
}
