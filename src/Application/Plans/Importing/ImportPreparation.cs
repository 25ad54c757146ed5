using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Runs before the transaction of an import: waits for a turn, checks the caller's right for the office that the file
/// names, and reads the file. Reading takes seconds of processor time for a large file, so it must neither hold locks nor
/// happen for callers who may not import.
/// </summary>
public sealed class ImportPreparation(IPlanFileReader reader, IImportTurns turns, AccessControl access, Caller caller)
    : IPipelineBehavior<ImportPlan, Result<ImportReport>>
{
    public async ValueTask<Result<ImportReport>> Handle(
        ImportPlan message,
        MessageHandlerDelegate<ImportPlan, Result<ImportReport>> next,
        CancellationToken cancellationToken
    )
    {
        using var turn = await turns.WaitAsync(caller.Name, cancellationToken);
        var opened = reader.Open(message.Content, cancellationToken);
        if (!opened.Succeeded)
            return Result<ImportReport>.Refused(opened.Errors);
        access.DemandOffice<ImportPlan>(opened.Value.OfficeCode);
        if (message.Publish)
            access.DemandOffice<PublishPlan>(opened.Value.OfficeCode);
        var read = opened.Value.Read(cancellationToken);
        return read.Succeeded
            ? await next(message with { File = read.Value }, cancellationToken)
            : Result<ImportReport>.Refused(read.Errors);
    }
}

/// <summary>Limits how many imports run at once in this process.</summary>
public interface IImportTurns
{
    /// <summary>Waits for a turn. Disposing of the result ends it.</summary>
    /// <param name="caller">The name of the caller who imports.</param>
    /// <exception cref="Common.Querying.QueryRefusedException">Too many imports wait (code TOO_MANY_IMPORTS).</exception>
    ValueTask<IDisposable> WaitAsync(string caller, CancellationToken cancellationToken);
}
