using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>A rule of how many hours of development a person needs, in the ministry's catalogue.</summary>
public sealed class HoursRule : CatalogueEntry
{
    private HoursRule() { }

    /// <summary>Hours of 60 minutes in the period.</summary>
    public decimal Hours { get; private init; }

    /// <summary>The length of the period in fiscal years; it ends with the year that is looked at.</summary>
    public int Years { get; private init; }
}

/// <summary>
/// The development of a person in a fiscal year in which something was completed, compared with one rule: a row of a view
/// of the enrolments, so that it is never out of date.
/// </summary>
public sealed class DevelopmentHours : Entity
{
    private DevelopmentHours() { }

    public Guid PersonId { get; private init; }

    /// <summary>The office that keeps the person's record.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    /// <summary>Null if no rule is in use in the year.</summary>
    public Guid? RuleId { get; private init; }

    public HoursRule? Rule { get; private init; }

    /// <summary>The minutes of completed offerings of the year.</summary>
    public int Minutes { get; private init; }

    /// <summary>The same of the rule's period, which ends with the year.</summary>
    public int MinutesInPeriod { get; private init; }

    /// <summary>Whether the period has the hours of the rule; null without a rule.</summary>
    public bool? Met { get; private init; }
}
