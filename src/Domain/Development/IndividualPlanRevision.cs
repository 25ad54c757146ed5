using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.Development;

/// <summary>A revision of a plan: its whole content, as it was written and approved. It stays with the office of the time.</summary>
public sealed class IndividualPlanRevision : Entity
{
    private readonly List<CompetencyAssessment> assessments = [];
    private readonly List<IndividualPlanItem> items = [];

    private IndividualPlanRevision() { }

    internal IndividualPlanRevision(IndividualDevelopmentPlan plan, int number)
    {
        (IndividualPlanId, PersonId, FiscalYear) = (plan.Id, plan.PersonId, plan.FiscalYear);
        Number = number;
    }

    public Guid IndividualPlanId { get; private init; }

    public IndividualDevelopmentPlan Plan { get; private init; } = null!;

    public Guid PersonId { get; private init; }

    public Guid OfficeId { get; private set; }

    public Office Office { get; private init; } = null!;

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When it was last submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it was last returned.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>Why it was last returned.</summary>
    public string? ReturnReason { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>The person who approved it.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>Whether it is the latest one that is approved.</summary>
    public bool InForce { get; private set; }

    /// <summary>The person's assessment of themselves.</summary>
    public IReadOnlyList<CompetencyAssessment> Assessments => assessments;

    /// <summary>By priority.</summary>
    public IReadOnlyList<IndividualPlanItem> Items => items;

    internal void Replace(Guid officeId, PlanContent content, DateTimeOffset now)
    {
        (OfficeId, SavedAt) = (officeId, now);
        assessments.Clear();
        assessments.AddRange(content.Assessments.Select(one => new CompetencyAssessment(Id, one)));
        items.Clear();
        items.AddRange(content.Items.Select((one, index) => new IndividualPlanItem(this, index + 1, one)));
    }

    internal void Submit(DateTimeOffset now) => SubmittedAt = now;

    internal void Return(string reason, DateTimeOffset now) => (ReturnReason, ReturnedAt) = (reason, now);

    internal void Approve(Guid by, DateTimeOffset now) => (ApprovedById, ApprovedAt, InForce) = (by, now, true);

    internal void Replaced() => InForce = false;
}

/// <summary>A person's assessment of themselves in a competency.</summary>
public sealed class CompetencyAssessment : Entity
{
    private CompetencyAssessment() { }

    internal CompetencyAssessment(Guid revisionId, AssessedCompetency assessed) =>
        (RevisionId, CompetencyId, Level, Note) = (revisionId, assessed.Competency.Id, assessed.Level, assessed.Note);

    public Guid RevisionId { get; private init; }

    public Guid CompetencyId { get; private init; }

    public Competency Competency { get; private init; } = null!;

    /// <summary>1 to 5.</summary>
    public int Level { get; private init; }

    public string? Note { get; private init; }
}

/// <summary>What a person plans to learn, and how.</summary>
public sealed class IndividualPlanItem : Entity
{
    private IndividualPlanItem() { }

    internal IndividualPlanItem(IndividualPlanRevision revision, int priority, PlannedItem planned)
    {
        (RevisionId, PersonId, OfficeId) = (revision.Id, revision.PersonId, revision.OfficeId);
        (FiscalYear, Priority) = (revision.FiscalYear, priority);
        (TopicId, CompetencyId, MethodId) = (planned.Topic?.Id, planned.Competency?.Id, planned.Method.Id);
        (StartsOn, EndsOn, ProjectId) = (planned.StartsOn, planned.EndsOn, planned.ProjectId);
        (Goal, Benefit, Support) = (planned.Goal, planned.Benefit, planned.Support);
    }

    public Guid RevisionId { get; private init; }

    public IndividualPlanRevision Revision { get; private init; } = null!;

    public Guid PersonId { get; private init; }

    /// <summary>The office of the revision.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    /// <summary>From 1, which comes first; no two items of a revision have the same.</summary>
    public int Priority { get; private init; }

    public Guid? TopicId { get; private init; }

    public DevelopmentTopic? Topic { get; private init; }

    public Guid? CompetencyId { get; private init; }

    public Competency? Competency { get; private init; }

    public Guid MethodId { get; private init; }

    public DevelopmentMethod Method { get; private init; } = null!;

    public DateOnly StartsOn { get; private init; }

    public DateOnly EndsOn { get; private init; }

    public string Goal { get; private init; } = "";

    public string? Benefit { get; private init; }

    /// <summary>The support that the person asks for.</summary>
    public string? Support { get; private init; }

    /// <summary>A project of the office's plan of the year.</summary>
    public Guid? ProjectId { get; private init; }

    public Project? Project { get; private init; }
}
