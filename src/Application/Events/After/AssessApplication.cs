using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>
/// Assesses how a person applies what was learnt, or changes the assessment; what was assessed before is kept as an earlier
/// revision.
/// </summary>
/// <param name="ExpectedRevision">The number of the revision that the change is based on; 0 for the first one.</param>
[AllowedTo(Role.Staff, Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict))]
public sealed record AssessApplication(GivenId AssessmentId, int ExpectedRevision, int Level, string Evidence)
    : IdempotentCommand;

public sealed class AssessApplicationValidator : AbstractValidator<AssessApplication>
{
    public AssessApplicationValidator()
    {
        RuleFor(command => command.Level).Level();
        RuleFor(command => command.Evidence).Text(1, 10_000);
    }
}

/// <param name="Role">As what the caller assesses; null if it is somebody else's.</param>
/// <param name="Offices">The offices for which the caller needs the role: none for who acts as a person.</param>
public sealed record OpenedToAssess(OpenedAssessment Opened, AssessorRole? Role, IEnumerable<string> Offices) : IOpened;

public sealed class AssessApplicationHandler(IAfterEventStore store, IRegistryStore registry, CommandSession session)
    : CommandHandler<AssessApplication, OpenedToAssess, Written>(session)
{
    protected override async Task<Result<OpenedToAssess>> OpenAsync(
        AssessApplication command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var today = Session.Today;
        var id = command.AssessmentId;
        if (await store.OpenAssessmentAsync(id.Id, today, cancellationToken) is not { } opened)
            return new NotFound(nameof(ApplicationAssessment), id.Text);
        var caller = await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken);
        var by = Session.Caller.Roles.Contains(Role.Staff) ? caller : null;
        var isOfficer = Session.Caller.Is(Role.DevelopmentOfficer, opened.OfficeCode);
        if (
            !isOfficer
            && !Session.Caller.Is(Role.DevelopmentOfficer, opened.OfferingOfficeCode)
            && !opened.Assessors.Include(opened.Assessment.By, by)
        )
            return Session.Hidden(nameof(ApplicationAssessment), id, opened.OfficeCode);

        // An officer is not the committee for oneself, in whatever role the officer signs in.
        var role = opened.Assessors.RoleFor(opened.Assessment.By, by, isOfficer && caller != opened.Assessors.PersonId);
        return new OpenedToAssess(opened, role, role == AssessorRole.Officer ? [opened.OfficeCode] : []);
    }

    protected override Task<Result<Change<Written>>> DecideAsync(
        AssessApplication command,
        OpenedToAssess opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(AssessApplication command, OpenedToAssess opened)
    {
        var assessment = opened.Opened.Assessment;
        if (opened.Role is not { } role)
            return AfterCharges.OfAssessing;
        if (command.ExpectedRevision != assessment.Revision)
            return new Conflict(assessment.Revision);
        assessment.Assess(
            command.Level,
            command.Evidence.Trim(),
            role,
            Session.Time.GetUtcNow(),
            opened.Opened.OfEnrollment
        );
        // Those who read the trail do not read what is about people: no level, no evidence.
        return new Change<Written>(new Written(assessment.Id), assessment)
        {
            After = new { assessment.EnrollmentId, assessment.Revision },
        };
    }
}
