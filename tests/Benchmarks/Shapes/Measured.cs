using TeacherDevPlan.Harness.Shapes;

namespace TeacherDevPlan.Benchmarks.Shapes;

/// <param name="Best">In ms; for a failed query, of its only attempt.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="IsRefused">Whether the service refused it, because it needs a role or requests too much.</param>
internal sealed record Measured(Shape Shape, double Best, long Bytes, string? Error, bool IsRefused)
{
    public bool IsFailed => Error is not null && !IsRefused;

    public double Ratio(double unit) => Best / unit;

    public bool IsOver(double unit) => Error is null && Ratio(unit) > Shape.Class.Most;
}
