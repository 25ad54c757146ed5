using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>
/// A rule of how long somebody serves after a study (การปฏิบัติราชการชดใช้), in the ministry's catalogue. For the same leave and
/// funding, one is in use on a day.
/// </summary>
public sealed class BondRule : CatalogueEntry
{
    private BondRule() { }

    public StudyLeave Leave { get; private init; }

    public StudyFunding Funding { get; private init; }

    /// <summary>Days of service for each day of the study.</summary>
    public decimal Factor { get; private init; }

    /// <summary>How long somebody serves after a study, and the last day of it.</summary>
    /// <param name="factor">Days of service for each day of the study; the part of a day counts as one.</param>
    /// <param name="from">The first day of the study.</param>
    /// <param name="to">The last one; service begins on the next day.</param>
    public static (int Days, DateOnly Until) Of(decimal factor, DateOnly from, DateOnly to)
    {
        var days = (int)Math.Ceiling((to.DayNumber - from.DayNumber + 1) * factor);
        return (days, to.AddDays(days));
    }
}
