using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Variations;

/// <summary>The lines in which a document states its strategies and its projects.</summary>
internal sealed class PlanParts
{
    private readonly List<(int Line, string Part)> starts = [];

    public PlanParts(PlanFile plan)
    {
        foreach (var strategy in plan.StrategicPlan.Strategies)
            Add(strategy, $"strategy {strategy.Number}");
        foreach (var project in plan.DevelopmentPlan.Projects)
        {
            Add(project, $"project {project.Number}");
            if (plan.Sources.Of(project, "listed") is { } listed)
                starts.Add((listed.Line, ""));
        }

        starts.Sort();

        void Add(object part, string name)
        {
            if (plan.Sources.Of(part) is { } source)
                starts.Add((source.Line, name));
        }
    }

    /// <summary>The part that a fact is about; "" for those of the whole plan.</summary>
    public string Of(string fact) =>
        starts.Find(start => fact.StartsWith($"{start.Part} ", StringComparison.Ordinal)).Part ?? "";

    /// <summary>Whether a line is in a part. What comes before all parts, and the list of projects, is in each.</summary>
    public bool IsIn(string part, int line) =>
        part.Length == 0
        || starts.FindLast(start => start.Line <= line).Part is not { Length: > 0 } found
        || found == part;
}
