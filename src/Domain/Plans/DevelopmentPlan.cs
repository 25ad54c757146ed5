using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>An office's plan for developing its teachers and staff in one fiscal year (Buddhist era).</summary>
public sealed class DevelopmentPlan : Entity, IOfFiscalYear
{
    private readonly List<DevelopmentPlanText> texts = [];
    private readonly List<PlanSection> sections = [];
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

    /// <summary>
    /// Whether the plan is public: it was published with at least one approved project. Before that, only its office
    /// sees it.
    /// </summary>
    public bool Published { get; private set; }

    /// <summary>
    /// When the file came in that waits to be published; null if none waits. <see cref="Published"/> says whether the
    /// plan is then published or changed.
    /// </summary>
    public DateTimeOffset? WaitsSince { get; private init; }

    /// <summary>The strategic plan in the plan's document; null only before a document is applied.</summary>
    public Guid? StrategicPlanId { get; private set; }

    /// <summary>The staff members that the document lists explicitly, in order.</summary>
    public Guid[] ListedStaff { get; private set; } = [];

    /// <summary>The office's units that the document states.</summary>
    public Guid[] StatedUnits { get; private set; } = [];

    /// <summary>The strategies that the document states.</summary>
    public Guid[] StatedStrategies { get; private set; } = [];

    public IReadOnlyList<DevelopmentPlanText> Texts => texts;

    /// <summary>Running text of the document that belongs to no other field, by heading.</summary>
    public IReadOnlyList<PlanSection> Sections => sections;

    public IReadOnlyList<CalendarStep> Calendar => calendar;

    public IReadOnlyList<Project> Projects => projects;

    /// <summary>The surveys printed in this plan.</summary>
    public IReadOnlyList<NeedsSurvey> NeedsSurveys => needsSurveys;

    /// <summary>The tables of statistics printed in this plan.</summary>
    public IReadOnlyList<Dataset> Datasets => datasets;

    /// <param name="publishes">Whether the document is published; if not, the plan becomes a draft.</param>
    internal void Apply(PlanFile file, StrategicPlan strategicPlan, bool publishes)
    {
        var document = file.DevelopmentPlan;
        var year = new FiscalYear(FiscalYear);
        (StatedBy, StrategicPlanId) = (document, strategicPlan.Id);
        (Title, StartsOn, EndsOn) = (document.Title, year.StartsOn, year.EndsOn);
        ListedStaff = Same(ListedStaff, file.Office.Staff.Select(member => Office.Member(member.Name)));
        StatedUnits = Same(StatedUnits, file.Office.OrgUnits.Select(unit => Office.Unit(unit.Number)));
        StatedStrategies = Same(
            StatedStrategies,
            file.StrategicPlan.Strategies.Select(strategy => strategicPlan.Strategy(strategy.Number))
        );
        DevelopmentPlanText.Merge(
            texts,
            [
                .. TextItems.Of(DevelopmentPlanTextKind.FocusPoint, document.FocusPoints),
                .. TextItems.Of(DevelopmentPlanTextKind.Need, document.Needs),
            ]
        );
        PlanSection.Merge(sections, document.Sections);
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
            (project, stated, _) => project.Apply(stated, Office, strategicPlan, file.Reading is not null, publishes)
        );
        Published = projects.Exists(project => project.Status.IsPublished());
        NeedsSurvey.Merge(this, needsSurveys, file.NeedsSurveys);
        Dataset.Merge(this, datasets, file.Datasets);
    }

    /// <summary>The ids of the rows; the array that is there if it has the same.</summary>
    private static Guid[] Same(Guid[] ids, IEnumerable<Entity> rows)
    {
        Guid[] now = [.. rows.Select(row => row.Id)];
        return now.SequenceEqual(ids) ? ids : now;
    }
}

public sealed class DevelopmentPlanText : NumberedText<DevelopmentPlanTextKind>
{
    public Guid DevelopmentPlanId { get; private set; }
}

public enum DevelopmentPlanTextKind
{
    FocusPoint,
    Need,
}

/// <summary>A step of the plan's calendar (Gantt chart) with its marked months.</summary>
public sealed class CalendarStep : Entity, IInOrder
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
