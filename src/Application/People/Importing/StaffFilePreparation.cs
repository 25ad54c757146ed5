using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>
/// Runs before the transaction of an import of staff: checks the caller's right, waits for a turn, and reads the file,
/// which must neither hold locks nor happen for callers who may not import.
/// </summary>
public sealed class StaffFilePreparation(
    IStaffFileReader reader,
    IImportTurns turns,
    IKeyedDigests digests,
    AccessControl access,
    Caller caller
) : IPipelineBehavior<ImportStaff, Result<StaffReport>>
{
    internal static readonly RequestInvalid WithoutKey = new(
        "idempotencyKey",
        new LocalText(
            "cannot be used, because this service has no key (Privacy__KeyFile) to recognise files by; import without one.",
            "ใช้ไม่ได้ เพราะระบบไม่มีกุญแจสำหรับจดจำไฟล์ (Privacy__KeyFile) โปรดนำเข้าโดยไม่ระบุ"
        )
    );

    public async ValueTask<Result<StaffReport>> Handle(
        ImportStaff message,
        MessageHandlerDelegate<ImportStaff, Result<StaffReport>> next,
        CancellationToken cancellationToken
    )
    {
        access.DemandOffice<ImportStaff>(message.OfficeCode);
        var digest = digests.Of("staff file", message.Content.Span);
        if (digest is null && message.IdempotencyKey is not null)
            return WithoutKey;
        using var turn = await turns.WaitAsync(caller.Name, cancellationToken);
        var read = reader.Read(message.Content, message.Columns, cancellationToken);
        if (!read.Succeeded)
            return Result<StaffReport>.Refused(read.Errors);
        var file = read.Value;
        if (digest is null && file.Rows.FirstOrDefault(row => row.IdentityNumber is not null) is { } identified)
        {
            var header = file.HeaderOf(StaffField.CitizenId, StaffField.PassportNumber);
            return new StaffFileRefused(
                [new StaffFault(identified.Number, header, Identities.WithoutKey)],
                file.Columns
            );
        }

        return await next(
            message with
            {
                File = file with
                {
                    Rows =
                    [
                        .. file.Rows.Select(row =>
                            row.IdentityNumber is { } number ? row with { Identity = digests.OfIdentity(number) } : row
                        ),
                    ],
                },
                ContentDigest = digest is null ? null : Convert.ToHexString(digest),
            },
            cancellationToken
        );
    }
}
