using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>What a step of an induction is.</summary>
public enum InductionStepKind
{
    Orientation,
    Coaching,
    Rotation,
    Training,
    ProbationRound,
}

/// <summary>
/// What those who are new in a post go through, in the ministry's catalogue. A programme that changes gets a last day, and another
/// one follows it under a code of its own.
/// </summary>
public sealed class InductionProgramme : CatalogueEntry
{
    private readonly List<InductionProgrammeStep> steps = [];

    private InductionProgramme() { }

    public IReadOnlyList<InductionProgrammeStep> Steps => steps;

    public bool IsUsedOn(DateOnly day) => !(day < ValidFrom) && !(ValidTo < day);
}

/// <summary>A step of a programme.</summary>
public sealed class InductionProgrammeStep : Entity
{
    private InductionProgrammeStep() { }

    public Guid ProgrammeId { get; private init; }

    /// <summary>The place in the order, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Unique within the programme.</summary>
    public string Code { get; private init; } = "";

    /// <summary>In Thai.</summary>
    public string Name { get; private init; } = "";

    public string NameEnglish { get; private init; } = "";

    public InductionStepKind Kind { get; private init; }

    /// <summary>Days from the first day of the appointment, which is day 0, to the last one on which it is not overdue.</summary>
    public int DueDays { get; private init; }

    /// <summary>Whether it is passed or not.</summary>
    public bool IsAssessed { get; private init; }

    /// <summary>The document that says so.</summary>
    public string Source { get; private init; } = "";
}
