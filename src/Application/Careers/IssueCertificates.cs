using System.Security.Cryptography;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Application.People.Accounts;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Careers;

/// <summary>
/// Issues certificates for completed enrolments of an offering, with the next numbers of the office's series of the year, in
/// the order of the list; all of them or none.
/// </summary>
/// <param name="ExpiresOn">The last Thai day on which they are valid; null if they do not expire.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record IssueCertificates(
    GivenId OfferingId,
    IReadOnlyList<GivenId> Enrollments,
    DateOnly IssuedOn,
    DateOnly? ExpiresOn
) : IdempotentCommand;

public sealed class IssueCertificatesValidator : AbstractValidator<IssueCertificates>
{
    public IssueCertificatesValidator() => RuleFor(command => command.Enrollments).Ids();
}

/// <summary>The codes that certificates are checked by: random, and without characters that look alike.</summary>
public static class CertificateCode
{
    /// <summary>28 of 32 characters: 140 random bits.</summary>
    private const int Length = 28;

    public static string New() => RandomNumberGenerator.GetString(InvitationCode.Characters, Length);
}

public sealed class IssueCertificatesHandler(IEventStore events, ICertificateStore store, CommandSession session)
    : OfferingHandler<IssueCertificates>(events, session)
{
    protected override GivenId OfferingOf(IssueCertificates command) => command.OfferingId;

    protected override IReadOnlyList<GivenId> EnrollmentsOf(IssueCertificates command) => command.Enrollments;

    protected override async Task<Result<Change<Written>>> DecideAsync(
        IssueCertificates command,
        OpenedOffering opened,
        CancellationToken cancellationToken
    )
    {
        var offering = opened.Offering;
        var today = Session.Today;
        List<DomainError> errors = [.. Certificate.Faults(offering, command.IssuedOn, command.ExpiresOn, today)];
        var group = OfferingHandlers.Find(offering, command.Enrollments, "enrollments");
        errors.AddRange(group.Errors);
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        var certified = await store.CertifiedAsync([.. group.Value.Select(one => one.Id)], cancellationToken);
        errors.AddRange(Refusals(group.Value, certified));
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        var year = Certificate.YearOf(command.IssuedOn);
        var first = await store.TakeAsync(offering.OfficeId, year, group.Value.Count, cancellationToken);
        List<Certificate> issued =
        [
            .. group
                .Value.Index()
                .Select(one => new Certificate(
                    one.Item,
                    first + one.Index,
                    CertificateCode.New(),
                    command.IssuedOn,
                    command.ExpiresOn
                )),
        ];
        store.Add(issued);
        return new Change<Written>(new Written([.. issued.Select(one => one.Id)]), offering)
        {
            After = new
            {
                Year = year,
                command.IssuedOn,
                command.ExpiresOn,
                Certificates = issued.Select(one => new
                {
                    one.Id,
                    one.EnrollmentId,
                    one.Number,
                }),
            },
        };
    }

    private static IEnumerable<DomainError> Refusals(IReadOnlyList<Enrollment> group, IReadOnlySet<Guid> certified) =>
        group
            .Index()
            .Select(one => Certificate.Refusal(one.Item, certified.Contains(one.Item.Id))?.At("enrollments", one.Index))
            .OfType<DomainError>();
}
