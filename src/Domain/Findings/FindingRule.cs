using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>One thing that can be wrong in a plan, and how it is seen. A rule looks; it changes nothing.</summary>
public abstract class FindingRule
{
    /// <summary>The rule's name outside: the class ActivityRowSum is "ACTIVITY_ROW_SUM".</summary>
    public string Code => EnumText.ToScreamingSnake(GetType().Name);

    public abstract FindingSeverity Severity { get; }

    /// <summary>What a finding of this rule means, for whoever reads one: a sentence.</summary>
    public abstract LocalText Meaning { get; }

    /// <summary>Every place at which the plan breaks the rule, in the plan's order; none for a plan that agrees with itself.</summary>
    public abstract IEnumerable<Fault> Check(PlanFile plan);
}

/// <summary>A place at which a plan does not agree with itself.</summary>
/// <param name="Place">
/// What names the place within its rule, from one import to the next: "project 4/activity 2.1/q3". It does not hold the values,
/// so that the same fault stays the same finding.
/// </param>
/// <param name="Location">The same for a person, without the line of the document, which <see cref="Source"/> has.</param>
/// <param name="Message">What is stated, what was computed and how, in one sentence.</param>
public sealed record Fault(string Place, LocalText Location, LocalText Message)
{
    /// <summary>The part of the plan file that it is about (a project, an activity, an indicator …); null for the whole plan.</summary>
    public object? Subject { get; init; }

    public string? Stated { get; init; }

    public string? Computed { get; init; }

    /// <summary>Where the stated value is printed.</summary>
    public Source? Source { get; init; }

    /// <summary>The plan in which what is stated here holds, so that the other side gives way; null where that is not one plan.</summary>
    public Func<PlanFile, PlanFile>? TakeStated { get; init; }

    /// <summary>The plan in which what was computed holds; null where that is not one plan.</summary>
    public Func<PlanFile, PlanFile>? TakeComputed { get; init; }
}
