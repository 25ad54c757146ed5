using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Reports;

/// <summary>A project as it stood when its report was assembled.</summary>
public sealed class QuarterlyReportProject : Entity, IInOrder
{
    private readonly List<QuarterlyReportKpi> kpis = [];

    private QuarterlyReportProject() { }

    internal QuarterlyReportProject(int position, RecordedProject recorded, FiscalQuarter quarter)
    {
        (Position, ProjectId, Number, Name) = (position, recorded.Id, recorded.Number, recorded.Name);
        (Strategy, Unit, Status) = (recorded.Strategy, recorded.Unit, recorded.Status);
        Money = ReportedMoney.Of(recorded.Balance, quarter);
        if (recorded.Progress is { } told)
        {
            (WorkDone, Issues, CorrectiveAction) = (told.WorkDone, told.Issues, told.CorrectiveAction);
            ReportedOn = told.SubmittedOn;
        }

        kpis.AddRange(recorded.Kpis.Select((kpi, index) => new QuarterlyReportKpi(index, kpi)));
    }

    public Guid ReportId { get; private init; }

    public int Position { get; private init; }

    /// <summary>Null if a later version of the plan does not have the project.</summary>
    public Guid? ProjectId { get; private init; }

    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public string Strategy { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public ProjectStatus Status { get; private init; }

    public ReportedMoney Money { get; private init; } = ReportedMoney.None;

    /// <summary>Percent of the whole project; null if nobody reported on the quarter.</summary>
    public decimal? WorkDone { get; private init; }

    public string? Issues { get; private init; }

    public string? CorrectiveAction { get; private init; }

    public DateOnly? ReportedOn { get; private init; }

    public IReadOnlyList<QuarterlyReportKpi> Kpis => kpis;
}

/// <summary>A success indicator as it stood when its report was assembled.</summary>
public sealed class QuarterlyReportKpi : Entity, IInOrder
{
    private QuarterlyReportKpi() { }

    internal QuarterlyReportKpi(int position, ProjectKpi kpi)
    {
        (Position, Name, TargetText) = (position, kpi.Name, kpi.TargetText);
        (Result, ResultText, Status) = (kpi.Result, kpi.ResultText, kpi.Status);
    }

    public Guid ReportProjectId { get; private init; }

    public int Position { get; private init; }

    public string Name { get; private init; } = "";

    public string TargetText { get; private init; } = "";

    public decimal? Result { get; private init; }

    public string? ResultText { get; private init; }

    public AchievementStatus? Status { get; private init; }
}

/// <summary>An indicator of a strategy, with its target of the year, as it stood when its report was assembled.</summary>
public sealed class QuarterlyReportIndicator : Entity, IInOrder
{
    private QuarterlyReportIndicator() { }

    internal QuarterlyReportIndicator(int position, RecordedIndicator recorded)
    {
        (Position, Strategy) = (position, recorded.Strategy);
        (Number, Name, Unit) = (recorded.Indicator.Number, recorded.Indicator.Name, recorded.Indicator.Unit);
        (Target, Result, Status) = (recorded.Target.Target, recorded.Target.Result, recorded.Target.Status);
    }

    public Guid ReportId { get; private init; }

    public int Position { get; private init; }

    public string Strategy { get; private init; } = "";

    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public decimal Target { get; private init; }

    public decimal? Result { get; private init; }

    public AchievementStatus Status { get; private init; }
}

/// <summary>An event with a session in the quarter.</summary>
public sealed class QuarterlyReportEvent : Entity, IInOrder
{
    private QuarterlyReportEvent() { }

    internal QuarterlyReportEvent(int position, RecordedEvent recorded)
    {
        (Position, OfferingId, ProjectNumber) = (position, recorded.OfferingId, recorded.ProjectNumber);
        (Title, Form, Status) = (recorded.Title, recorded.Form, recorded.Status);
        (StartsOn, EndsOn) = (recorded.StartsOn, recorded.EndsOn);
    }

    public Guid ReportId { get; private init; }

    public int Position { get; private init; }

    public Guid OfferingId { get; private init; }

    /// <summary>The number of the project that it is for, if any.</summary>
    public int? ProjectNumber { get; private init; }

    public string Title { get; private init; } = "";

    /// <summary>The form of development, in Thai.</summary>
    public string Form { get; private init; } = "";

    /// <summary>The Thai days of the first and of the last session.</summary>
    public DateOnly StartsOn { get; private init; }

    public DateOnly EndsOn { get; private init; }

    public OfferingStatus Status { get; private init; }
}

/// <summary>Numbers of people at an event, or at all events of a report.</summary>
public sealed class QuarterlyReportPeople : Entity
{
    private QuarterlyReportPeople() { }

    internal QuarterlyReportPeople(QuarterlyReport report, Guid? eventId, PeopleCounts counts)
    {
        (ReportId, OfficeId, EventId) = (report.Id, report.OfficeId, eventId);
        (Enrolled, Attended) = (counts.Enrolled, counts.Attended);
        (Completed, Minutes) = (counts.Completed, counts.Minutes);
    }

    public Guid ReportId { get; private init; }

    public Guid OfficeId { get; private init; }

    /// <summary>Null for all events together; whoever was at several counts once.</summary>
    public Guid? EventId { get; private init; }

    public int Enrolled { get; private init; }

    public int Attended { get; private init; }

    public int Completed { get; private init; }

    public int Minutes { get; private init; }
}
