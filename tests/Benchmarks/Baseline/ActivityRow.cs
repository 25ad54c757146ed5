using System.Runtime.CompilerServices;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>A row of Q1: an activity with its planned and disbursed amounts.</summary>
internal sealed class ActivityRow
{
    public Guid Id;
    public byte[] Number = [];
    public byte[] Name = [];

    /// <summary>The parent activity.</summary>
    public Guid? Parent;

    /// <summary>Planned amounts of four quarters, then disbursed amounts of four.</summary>
    public QuarterFigures Figures;
}

/// <summary>Two amounts in baht for each of four quarters.</summary>
[InlineArray(8)]
internal struct QuarterFigures
{
    private decimal first;
}
