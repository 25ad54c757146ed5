using System.Globalization;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>A measured value and its goal.</summary>
/// <param name="Value">In the unit of the goal.</param>
/// <param name="AtMost">Whether the goal is a maximum or a minimum.</param>
/// <param name="Note">A remark.</param>
internal sealed record Outcome(string What, double Value, double Goal, bool AtMost, string Unit, string Note = "")
{
    public bool IsMet => AtMost ? Value <= Goal : Value >= Goal;

    public string Measured => Text(Value);

    public string Wanted => (AtMost ? "≤ " : "≥ ") + Text(Goal);

    public static Outcome Of(Comparison one) =>
        one.Query.Goal switch
        {
            LoadGoal.CpuRatio => new Outcome(
                Title(one),
                one.Ratio(f => f.Cpu),
                1.25,
                true,
                "× CPU",
                Range(one, f => f.Cpu)
            ),
            LoadGoal.Throughput => new Outcome(
                Title(one),
                one.Ratio(f => f.PerSecond),
                0.5,
                false,
                "× requests/s",
                Range(one, f => f.PerSecond)
            ),
            _ => new Outcome(Title(one), one.ServiceAlone.P50, 15, true, "ms p50"),
        };

    private static string Title(Comparison one) => $"{one.Query.Name}: {one.Query.What}";

    private static string Range(Comparison one, Func<LoadFigures, double> figure)
    {
        var (lowest, highest) = one.Range(figure);
        return string.Create(CultureInfo.InvariantCulture, $"rounds {lowest:0.00} to {highest:0.00}");
    }

    private string Text(double value) =>
        $"{value.ToString(value < 1000 ? "G3" : "0", CultureInfo.InvariantCulture)} {Unit}";
}
