using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Events.Attending;

/// <summary>
/// Runs before the transaction of an import of attendance: waits for a turn, and reads the file, which must not hold locks.
/// </summary>
public sealed class AttendanceFilePreparation(
    IAttendanceFileReader reader,
    IImportTurns turns,
    IKeyedDigests digests,
    Caller caller
) : IPipelineBehavior<ImportAttendance, Result<AttendanceReport>>
{
    public async ValueTask<Result<AttendanceReport>> Handle(
        ImportAttendance message,
        MessageHandlerDelegate<ImportAttendance, Result<AttendanceReport>> next,
        CancellationToken cancellationToken
    )
    {
        var digest = digests.Of("attendance file", message.Content.Span);
        if (digest is null && message.IdempotencyKey is not null)
            return StaffFilePreparation.WithoutKey;
        using var turn = await turns.WaitAsync(caller.Name, cancellationToken);
        var read = reader.Read(message.Content, cancellationToken);
        if (!read.Succeeded)
            return Result<AttendanceReport>.Refused(read.Errors);
        return await next(
            message with
            {
                File = read.Value,
                ContentDigest = digest is null ? null : Convert.ToHexString(digest),
            },
            cancellationToken
        );
    }
}
