using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>A part of a project. A change of the part increases the project's version.</summary>
public interface IProjectPart
{
    Guid ProjectId { get; }
}

/// <summary>
/// A person responsible for a project (ผู้รับผิดชอบโครงการ), with the name and position printed there.
/// </summary>
public sealed class ProjectOwner : Entity, IProjectPart
{
    private ProjectOwner() { }

    internal ProjectOwner(string name) => Name = name;

    public Guid ProjectId { get; private set; }

    public int Order { get; private set; }

    public string Name { get; private init; } = "";

    public string Position { get; private set; } = "";

    public Guid StaffMemberId { get; private set; }

    public StaffMember StaffMember { get; private set; } = null!;

    internal void Apply(string position, StaffMember member, int order) =>
        (Position, StaffMember, StaffMemberId, Order) = (position, member, member.Id, order);
}

/// <summary>The part of a project's money that comes from one source, in baht, as printed.</summary>
public sealed class FundingSource : Entity, IProjectPart
{
    public Guid ProjectId { get; private set; }

    public int Position { get; internal set; }

    public FundingKind Kind { get; internal init; }

    public decimal Amount { get; internal set; }
}

public sealed class ProjectText : NumberedText<ProjectTextKind>, IProjectPart
{
    public Guid ProjectId { get; private set; }

    internal static IReadOnlyList<TextItem<ProjectTextKind>> Items(ProjectDocument document) =>
        [
            .. TextItems.Single(ProjectTextKind.Rationale, document.Rationale),
            .. TextItems.Of(ProjectTextKind.Objective, document.Objectives),
            .. TextItems.Of(ProjectTextKind.OutputTarget, document.OutputTargets),
            .. TextItems.Of(ProjectTextKind.OutcomeTarget, document.OutcomeTargets),
            .. document.TargetGroups.SelectMany(text => TextItems.Single(ProjectTextKind.TargetGroup, text)),
            .. TextItems.Of(ProjectTextKind.ExpectedResult, document.ExpectedResults),
            .. TextItems.Of(ProjectTextKind.Heading, document.Headings),
            .. TextItems.Of(ProjectTextKind.SuccessMeasure, document.SuccessMeasures),
        ];
}

public enum ProjectTextKind
{
    Rationale,
    Objective,
    OutputTarget,
    OutcomeTarget,
    TargetGroup,
    ExpectedResult,
    Heading,
    SuccessMeasure,
}
