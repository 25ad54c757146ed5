using System.Collections.Frozen;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>The assumed lengths of lists without pages, by field name; generous for real plans.</summary>
internal static class AssumedSizes
{
    public const int Default = 10;

    public static FrozenDictionary<string, int> ByField { get; } =
        new Dictionary<string, int>
        {
            ["activities"] = 10,
            ["budgetSummary"] = 100,
            ["calendar"] = 12,
            ["coordinates"] = 3,
            ["datasets"] = 20,
            ["developmentPlans"] = 5,
            ["dimensions"] = 3,
            ["errors"] = 2,
            ["faults"] = 10,
            ["fundingSources"] = 2,
            ["headings"] = 15,
            ["disbursementTargets"] = 12,
            ["indicatorSeries"] = 100,
            ["indicatorSummary"] = 100,
            ["points"] = 5,
            ["items"] = 20,
            ["kpis"] = 5,
            ["methods"] = 3,
            ["months"] = 3,
            ["needsSurveys"] = 5,
            ["observations"] = 100,
            ["owners"] = 3,
            ["quarters"] = 4,
            ["sections"] = 50,
            ["sources"] = 30,
            ["strategicPlans"] = 5,
            ["subActivities"] = 5,
            ["targets"] = 5,
            ["tools"] = 3,
            ["topics"] = 20,
            ["unread"] = 50,
        }.ToFrozenDictionary();
}
