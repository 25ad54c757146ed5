using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Development;

/// <param name="Level">1 to 5.</param>
public sealed record AssessedCompetency(Competency Competency, int Level, string? Note);

/// <summary>An item as it is planned; a topic, a competency or both.</summary>
public sealed record PlannedItem(
    DevelopmentTopic? Topic,
    Competency? Competency,
    DevelopmentMethod Method,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string Goal,
    string? Benefit,
    string? Support,
    Guid? ProjectId
);

/// <summary>All that a person writes into a plan.</summary>
/// <param name="Items">The first one has the highest priority.</param>
public sealed record PlanContent(IReadOnlyList<AssessedCompetency> Assessments, IReadOnlyList<PlannedItem> Items)
{
    public const int LowestLevel = 1;
    public const int HighestLevel = 5;

    /// <summary>Further study may have begun years before the plan, and may end years after it.</summary>
    private const int MostYearsAway = 10;

    /// <summary>What is wrong with it in a plan of the year.</summary>
    internal IEnumerable<DomainError> Faults(FiscalYear year)
    {
        var assessed = new HashSet<Guid>();
        foreach (var (index, one) in Assessments.Index())
        {
            if (one.Level is < LowestLevel or > HighestLevel)
                yield return PlanInputs.UnknownLevel.At("assessments", index);
            if (!one.Competency.IsUsedIn(year))
                yield return PlanInputs.NotInUse("competency", year).At("assessments", index);
            if (!assessed.Add(one.Competency.Id))
                yield return PlanInputs.AssessedTwice.At("assessments", index);
        }

        foreach (var (index, item) in Items.Index())
        {
            foreach (var fault in Faults(item, year))
                yield return fault.At("items", index);
        }
    }

    private static IEnumerable<RequestInvalid> Faults(PlannedItem item, FiscalYear year)
    {
        if (item.Topic is null && item.Competency is null)
            yield return PlanInputs.AboutNothing;
        if (item.Topic?.IsUsedIn(year) == false)
            yield return PlanInputs.NotInUse("topic", year);
        if (item.Competency?.IsUsedIn(year) == false)
            yield return PlanInputs.NotInUse("competency", year);
        if (!item.Method.IsUsedIn(year))
            yield return PlanInputs.NotInUse("method", year);
        if (item.EndsOn < item.StartsOn)
            yield return PlanInputs.EndsBeforeItStarts;
        else if (item.EndsOn < year.StartsOn || item.StartsOn > year.EndsOn)
            yield return PlanInputs.OutsideYear(year);
        else if (item.StartsOn < year.StartsOn.AddYears(-MostYearsAway))
            yield return PlanInputs.TooFar("from", MostYearsAway);
        else if (item.EndsOn > year.EndsOn.AddYears(MostYearsAway))
            yield return PlanInputs.TooFar("to", MostYearsAway);
    }
}
