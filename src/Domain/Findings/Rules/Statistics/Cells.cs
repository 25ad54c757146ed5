using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>Formats cells that are not whole numbers.</summary>
internal static class Cells
{
    /// <summary>
    /// The cell with another number, in its original format; a difference keeps its sign in front ("- ๑.๗๘").
    /// </summary>
    public static ObservationDocument Set(ObservationDocument cell, decimal value, bool signed)
    {
        var sign =
            !signed || value == 0 ? ""
            : value > 0 ? "+ "
            : "- ";
        return cell with { Value = value, Text = sign + Amounts.Like(cell.Text, signed ? Math.Abs(value) : value) };
    }

    public static decimal Round(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
