using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Indicators;

/// <summary>
/// An indicator of the ministry's catalogue. Offices link their own indicators to it, so that results can be compared
/// and summed across offices.
/// </summary>
public sealed class IndicatorDefinition : Entity
{
    private IndicatorDefinition() { }

    public IndicatorDefinition(string code) => Code = code;

    /// <summary>The stable code for programs: "TCH-DEV-HOURS".</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>"ร้อยละ" is percent.</summary>
    public string Unit { get; private set; } = "";

    public IndicatorDirection Direction { get; private set; }

    public string? Description { get; private set; }

    public void Define(string name, string unit, IndicatorDirection direction, string? description) =>
        (Name, Unit, Direction, Description) = (name, unit, direction, description);
}
