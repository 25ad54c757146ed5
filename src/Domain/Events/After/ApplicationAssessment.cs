using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Events.After;

/// <summary>
/// What an office decides about the assessment of how what was learnt in an offering is applied: when it is due, and which
/// level counts as applied. Everybody who completes the offering is assessed.
/// </summary>
public sealed class ApplicationPlan : Entity
{
    public const int MostDays = 1_095;

    private ApplicationPlan() { }

    public ApplicationPlan(Offering offering) => OfferingId = offering.Id;

    public Guid OfferingId { get; private init; }

    /// <summary>Days from the Thai day on which it was settled that the person completed the offering.</summary>
    public int DueDays { get; private set; }

    /// <summary>The lowest level that counts as applied, 1 to 5.</summary>
    public int Level { get; private set; }

    /// <summary>Increases with each change, from 1.</summary>
    public int Version { get; private set; }

    public void Save(int dueDays, int level) => (DueDays, Level, Version) = (dueDays, level, Version + 1);
}

/// <summary>
/// How a person who completed an offering applies what was learnt, as one of three sees it (แบบประเมินผลการนำความรู้ไปใช้). The
/// database adds the three when somebody completes an offering with a plan for it.
/// </summary>
public sealed class ApplicationAssessment : Entity
{
    public const int HighestLevel = 5;

    private readonly List<ApplicationRevision> revisions = [];

    private ApplicationAssessment() { }

    public Guid EnrollmentId { get; private init; }

    public Enrollment Enrollment { get; private init; } = null!;

    public Guid OfferingId { get; private init; }

    public Offering Offering { get; private init; } = null!;

    /// <summary>The office of the offering.</summary>
    public Guid OfferingOfficeId { get; private init; }

    /// <summary>The office of the person at the time of the offering.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    public Guid? SchoolId { get; private init; }

    public School? School { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>The fiscal year of the offering (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    /// <summary>Whose view it is.</summary>
    public Assessor By { get; private init; }

    /// <summary>The last Thai day on which it is not overdue.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>The lowest level that counts as applied.</summary>
    public int LevelNeeded { get; private init; }

    /// <summary>The number of the latest revision; 0 if there is none.</summary>
    public int Revision { get; private set; }

    /// <summary>The latest level, 1 to 5; null if there is none.</summary>
    public int? Level { get; private set; }

    /// <summary>When the latest revision was made.</summary>
    public DateTimeOffset? AssessedAt { get; private set; }

    /// <summary>Whether no other assessment of the enrolment was made or changed after this one.</summary>
    public bool IsLast { get; private set; }

    /// <summary>The earlier ones are kept.</summary>
    public IReadOnlyList<ApplicationRevision> Revisions => revisions;

    public bool? Reached => Level is { } level ? level >= LevelNeeded : null;

    public ApplicationStatus StatusOn(DateOnly today) =>
        Revision > 0 ? ApplicationStatus.Done
        : DueOn < today ? ApplicationStatus.Overdue
        : ApplicationStatus.Due;

    /// <summary>Adds a revision, and makes this one the last of its enrolment.</summary>
    /// <param name="ofEnrollment">All assessments of the enrolment.</param>
    public void Assess(
        int level,
        string evidence,
        AssessorRole role,
        DateTimeOffset now,
        IEnumerable<ApplicationAssessment> ofEnrollment
    )
    {
        foreach (var other in ofEnrollment)
            other.IsLast = other == this;
        (Revision, Level, AssessedAt) = (Revision + 1, level, now);
        revisions.Add(new ApplicationRevision(Id, Revision, level, evidence, role, now));
    }
}

/// <summary>What was assessed at one time; nothing of it changes.</summary>
public sealed class ApplicationRevision : Entity
{
    private ApplicationRevision() { }

    internal ApplicationRevision(
        Guid assessmentId,
        int number,
        int level,
        string evidence,
        AssessorRole role,
        DateTimeOffset now
    )
    {
        (AssessmentId, Number, Level) = (assessmentId, number, level);
        (Evidence, MadeBy, MadeAt) = (evidence, role, now);
    }

    public Guid AssessmentId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>1, not applied, to 5.</summary>
    public int Level { get; private init; }

    public string Evidence { get; private init; } = "";

    /// <summary>As what the assessor made it.</summary>
    public AssessorRole MadeBy { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }
}

/// <summary>Whose view of the application an assessment is.</summary>
public enum Assessor
{
    Self,
    Supervisor,
    Committee,
}

/// <summary>As what somebody assesses.</summary>
public enum AssessorRole
{
    Person,
    Supervisor,
    Director,
    Officer,
    Member,
}

public enum ApplicationStatus
{
    Due,
    Overdue,
    Done,
}

/// <summary>Who may assess a person today.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Supervisors">Whom the person's appointments of today name.</param>
/// <param name="Directors">Who directs the schools of these appointments.</param>
/// <param name="Members">Who is in office in a committee that assesses, of the person's office or school of the time.</param>
public sealed record Assessors(
    Guid PersonId,
    IReadOnlySet<Guid> Supervisors,
    IReadOnlySet<Guid> Directors,
    IReadOnlySet<Guid> Members
)
{
    /// <summary>
    /// Whether somebody reads an assessment as the person, a supervisor or a director; the committee's also as a member.
    /// </summary>
    public bool Include(Assessor by, Guid? someone) =>
        someone is { } one
        && (
            one == PersonId
            || Supervisors.Contains(one)
            || Directors.Contains(one)
            || by == Assessor.Committee && Members.Contains(one)
        );

    /// <summary>
    /// As what somebody makes an assessment: the person; a supervisor, or a director if there is none; a member of the
    /// committee, or an officer for it. Null if it is somebody else's. Nobody is the supervisor or the committee of oneself.
    /// </summary>
    /// <param name="someone">The person who assesses, if it is known which one.</param>
    /// <param name="isOfficer">Whether it is an officer of the person's office of the time.</param>
    public AssessorRole? RoleFor(Assessor by, Guid? someone, bool isOfficer)
    {
        var isOther = someone != PersonId;
        return by switch
        {
            Assessor.Self => isOther ? null : AssessorRole.Person,
            Assessor.Committee when !isOther => null,
            Assessor.Committee => someone is { } one && Members.Contains(one) ? AssessorRole.Member
            : isOfficer ? AssessorRole.Officer
            : null,
            _ => isOther && someone is { } other ? RoleOf(other) : null,
        };
    }

    private AssessorRole? RoleOf(Guid leader) =>
        Supervisors.Contains(leader) ? AssessorRole.Supervisor
        : Supervisors.Count == 0 && Directors.Contains(leader) ? AssessorRole.Director
        : null;
}
