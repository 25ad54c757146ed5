using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Events.Attending;

/// <summary>
/// Makes the code by which people say that they are in a session, by an officer of the offering's office. The code is told
/// this once, and is kept nowhere; it replaces an earlier one of the session.
/// </summary>
/// <param name="MinutesValid">1 to 1440.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record OpenAttendanceCode(GivenId SessionId, int MinutesValid) : ICommand<Result<OpenedCode>>;

public sealed record OpenedCode(Guid Offering, string Code, DateTimeOffset ExpiresAt) : Written(Offering);

public sealed class OpenAttendanceCodeValidator : AbstractValidator<OpenAttendanceCode>
{
    public const int MostMinutes = 1440;

    public OpenAttendanceCodeValidator() =>
        RuleFor(command => command.MinutesValid)
            .Must(minutes => minutes is >= 1 and <= MostMinutes)
            .Refuse($"must be 1 to {MostMinutes}.", $"ต้องเป็น 1 ถึง {MostMinutes}");
}

/// <summary>Codes that are shown on a wall: eight random characters, none of which look alike.</summary>
public static class WallCode
{
    private const string Characters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Half = 4;

    public static string New() =>
        $"{RandomNumberGenerator.GetString(Characters, Half)}-{RandomNumberGenerator.GetString(Characters, Half)}";

    /// <summary>The digest of a code as somebody typed it: only its letters and digits matter, small or large.</summary>
    public static byte[] DigestOf(Guid sessionId, string code) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes($"{sessionId} {string.Concat(code.ToUpperInvariant().Where(char.IsLetterOrDigit))}")
        );
}

public sealed class OpenAttendanceCodeHandler(IEventStore events, CommandSession session)
    : CommandHandler<OpenAttendanceCode, OpenedOffering, OpenedCode>(session)
{
    protected override async Task<Result<OpenedOffering>> OpenAsync(
        OpenAttendanceCode command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await events.OpenOfSessionAsync(command.SessionId.Id, null, cancellationToken) is { } offering
            ? new OpenedOffering(offering, [offering.Office.Code])
            : new NotFound(nameof(Session), command.SessionId.Text);

    protected override async Task<Result<Change<OpenedCode>>> DecideAsync(
        OpenAttendanceCode command,
        OpenedOffering opened,
        CancellationToken cancellationToken
    )
    {
        var (offering, session) = (opened.Offering, command.SessionId.Id);
        if (offering.RefusalToAttend is { } refusal)
            return Result<Change<OpenedCode>>.Refused([refusal]);
        if (await events.CodeAsync(session, cancellationToken) is { } earlier)
        {
            events.Remove(earlier);
            // One code of a session at a time: the earlier one goes first.
            await Session.Work.SaveAsync(cancellationToken);
        }

        var code = WallCode.New();
        var expiresAt = Session.Time.GetUtcNow().AddMinutes(command.MinutesValid);
        events.Add(new AttendanceCode(session, WallCode.DigestOf(session, code), expiresAt));
        return new Change<OpenedCode>(new OpenedCode(offering.Id, code, expiresAt), offering)
        {
            After = new { Session = session, expiresAt },
        };
    }
}
