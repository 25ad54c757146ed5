using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>A rule that detects one kind of contradiction in a plan. Rules change nothing.</summary>
public abstract class FindingRule
{
    /// <summary>The code of the rule in the API: the class ActivityRowSum has "ACTIVITY_ROW_SUM".</summary>
    public string Code => EnumText.ToScreamingSnake(GetType().Name);

    public abstract FindingSeverity Severity { get; }

    /// <summary>
    /// Whether the findings themselves contain personal data, so that only callers who see everything of the office see
    /// them.
    /// </summary>
    public virtual bool IsPersonal => false;

    /// <summary>The rule in a few words: what it is about.</summary>
    public abstract LocalText Name { get; }

    /// <summary>A sentence that explains to users what a finding of this rule means.</summary>
    public abstract LocalText Meaning { get; }

    /// <summary>
    /// All places where the plan breaks the rule, in the order of the plan; empty for a plan without contradictions.
    /// </summary>
    public abstract IEnumerable<Fault> Check(PlanFile plan);
}

/// <summary>A place where a plan contradicts itself.</summary>
/// <param name="Place">The path that identifies the fault within its rule, from one import to the next: "project
/// 4/activity 2.1/q3". It does not contain the values, so that a fault whose values change remains the same
/// finding.</param>
/// <param name="Location">The place for people, without the line of the document, which is in <see
/// cref="Source"/>.</param>
/// <param name="Message">One sentence with the stated value, the computed value and how it was computed.</param>
public sealed record Fault(string Place, LocalText Location, LocalText Message)
{
    /// <summary>
    /// The part of the plan file that the fault is about (a project, an activity, an indicator …); null for the whole
    /// plan.
    /// </summary>
    public object? Subject { get; init; }

    public string? Stated { get; init; }

    public string? Computed { get; init; }

    /// <summary>Where the stated value is printed, or the row of a list that is compared with it.</summary>
    public Source? Source { get; init; }

    /// <summary>The other places with the same fault.</summary>
    public IReadOnlyList<FaultPlace> Others { get; init; } = [];

    /// <summary>All places with the fault, in one line.</summary>
    public LocalText Everywhere =>
        Others.Count == 0
            ? Location
            : new(
                string.Join("; ", Others.Select(other => other.Text.English).Prepend(Here.Text.English)),
                string.Join("; ", Others.Select(other => other.Text.Thai).Prepend(Here.Text.Thai))
            );

    private FaultPlace Here => new(Location, Source);

    /// <summary>Changes the plan so that the stated value is right; null if there is no single such change.</summary>
    public Func<PlanFile, PlanFile>? TakeStated { get; init; }

    /// <summary>Changes the plan so that the computed value is right; null if there is no single such change.</summary>
    public Func<PlanFile, PlanFile>? TakeComputed { get; init; }
}

/// <summary>One place of a fault: for people, and where it is printed, if known.</summary>
public sealed record FaultPlace(LocalText Location, Source? Source)
{
    /// <summary>The place with that in the file.</summary>
    public LocalText Text =>
        Source is null
            ? Location
            : new(
                $"{Location.English} ({SourceWords.Of(Source).English})",
                $"{Location.Thai} ({SourceWords.Of(Source).Thai})"
            );
}
