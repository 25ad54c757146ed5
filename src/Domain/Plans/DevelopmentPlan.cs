using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>An office's plan for developing its teachers and staff in one fiscal year (Buddhist era).</summary>
public sealed class DevelopmentPlan : Entity, IOfFiscalYear
{
    private readonly List<DevelopmentPlanText> focusPoints = [];
    private readonly List<CalendarStep> calendar = [];
    private readonly List<Project> projects = [];
    private readonly List<NeedsSurvey> needsSurveys = [];
    private readonly List<Dataset> datasets = [];

    private DevelopmentPlan() { }

    public DevelopmentPlan(Office office, int fiscalYear) =>
        (Office, OfficeId, FiscalYear) = (office, office.Id, fiscalYear);

    public Guid OfficeId { get; private set; }

    public Office Office { get; private set; } = null!;

    public int FiscalYear { get; private init; }

    public string Title { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    /// <summary>Whether it is open to everybody: a project of it was approved. Before that it is its office's own.</summary>
    public bool Published { get; private set; }

    public IReadOnlyList<DevelopmentPlanText> FocusPoints => focusPoints;

    public IReadOnlyList<CalendarStep> Calendar => calendar;

    public IReadOnlyList<Project> Projects => projects;

    /// <summary>The surveys printed in this plan.</summary>
    public IReadOnlyList<NeedsSurvey> NeedsSurveys => needsSurveys;

    /// <summary>The tables of statistics printed in this plan.</summary>
    public IReadOnlyList<Dataset> Datasets => datasets;

    public IReadOnlyList<Finding> Findings { get; private set; } = new List<Finding>();

    public void Apply(PlanFile file, StrategicPlan strategicPlan)
    {
        var document = file.DevelopmentPlan;
        var year = new FiscalYear(FiscalYear);
        (Title, StartsOn, EndsOn) = (document.Title, year.StartsOn, year.EndsOn);
        DevelopmentPlanText.Merge(
            focusPoints,
            [.. TextItems.Of(DevelopmentPlanTextKind.FocusPoint, document.FocusPoints)]
        );
        Merge.Into(
            calendar,
            document.Calendar,
            step => step.Number,
            step => step.Number,
            step => new CalendarStep { Number = step.Number },
            (step, stated, position) => step.Apply(stated, position)
        );
        Merge.Into(
            projects,
            document.Projects,
            project => project.Number,
            project => project.Number,
            project => new Project(this, project.Number),
            (project, stated, _) => project.Apply(stated, Office, strategicPlan)
        );
        Published = projects.Exists(project => project.Status.IsPublished());
        if (Published)
            strategicPlan.Publish();
        NeedsSurvey.Merge(this, needsSurveys, file.NeedsSurveys);
        Dataset.Merge(this, datasets, file.Datasets);
    }
}

public sealed class DevelopmentPlanText : NumberedText<DevelopmentPlanTextKind>
{
    public Guid DevelopmentPlanId { get; private set; }
}

public enum DevelopmentPlanTextKind
{
    FocusPoint,
}

/// <summary>A step of the plan's calendar (Gantt chart): the months that are marked for it.</summary>
public sealed class CalendarStep : Entity
{
    public Guid DevelopmentPlanId { get; private set; }

    public int Position { get; private set; }

    public int Number { get; internal init; }

    public string Name { get; private set; } = "";

    /// <summary>The first day of each marked month, in order.</summary>
    public DateOnly[] Months { get; private set; } = [];

    internal void Apply(CalendarStepDocument document, int position)
    {
        (Name, Position) = (document.Name, position);
        DateOnly[] months = [.. document.Months.Select(MonthText.FirstDay).Order()];
        if (!months.SequenceEqual(Months))
            Months = months;
    }
}
