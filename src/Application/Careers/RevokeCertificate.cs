using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Careers;

/// <summary>Revokes a certificate for good, by an officer of the office that issued it. Another one can be issued then.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record RevokeCertificate(GivenId CertificateId, string Reason) : IdempotentCommand, IReasonedCommand;

public sealed class RevokeCertificateHandler(ICertificateStore store, CommandSession session)
    : CommandHandler<RevokeCertificate, OpenedEntry<Certificate>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<Certificate>>> OpenAsync(
        RevokeCertificate command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (await store.OpenAsync(command.CertificateId.Id, cancellationToken) is not { } certificate)
            return new NotFound(nameof(Certificate), command.CertificateId.Text);
        return Session.Caller.Is(Role.DevelopmentOfficer, certificate.Office.Code)
            ? new OpenedEntry<Certificate>(certificate, certificate.Office.Code)
            : Session.Hidden(nameof(Certificate), command.CertificateId, certificate.Office.Code);
    }

    protected override Task<Result<Change<Written>>> DecideAsync(
        RevokeCertificate command,
        OpenedEntry<Certificate> opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Subject));

    private Result<Change<Written>> Decide(RevokeCertificate command, Certificate certificate) =>
        certificate.Revoke(Session.Today, command.Reason.Trim()) is { } refusal
            ? refusal
            : new Change<Written>(new Written(certificate.Id), certificate)
            {
                After = new { certificate.RevokedOn },
                Reason = command.Reason,
            };
}
