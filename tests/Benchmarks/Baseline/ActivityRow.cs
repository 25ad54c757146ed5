using System.Runtime.CompilerServices;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>A row of Q1: an activity with what is planned and disbursed.</summary>
internal sealed class ActivityRow
{
    public Guid Id;
    public byte[] Number = [];
    public byte[] Name = [];

    /// <summary>The activity that it is a part of.</summary>
    public Guid? Parent;

    /// <summary>Planned in four quarters, then disbursed in four.</summary>
    public QuarterFigures Figures;
}

/// <summary>Two amounts in baht for each of four quarters.</summary>
[InlineArray(8)]
internal struct QuarterFigures
{
    private decimal first;
}
