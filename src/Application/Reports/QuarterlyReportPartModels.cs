using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

public sealed class QuarterlyReportProjectModel : Model<QuarterlyReportProject>
{
    public QuarterlyReportProjectModel()
        : base("A project as it stood when its quarterly report was assembled.")
    {
        SeenBy(Seen.WithParent);
        Maybe<Project>("project", one => one.ProjectId, "The project; null if the plan does not have it any more.");
        Field(one => one.Number, "Number in the plan's list of projects.");
        Field(one => one.Name, "Name as printed in the plan's list of projects.");
        Field(one => one.Strategy, "The name of its strategy.");
        Field(one => one.Unit, "The name of the unit that is responsible for it.");
        Field(one => one.Status, "The status.");
        Group(
            "money",
            ReportedMoneyGroup.Type,
            "Its money.",
            null,
            ReportedMoneyGroup.Fields<QuarterlyReportProject>(one => one.Money)
        );
        Field(
            one => one.WorkDone,
            "Completed work in percent of the whole project; null if nobody reported on the quarter."
        );
        Field(one => one.Issues, "Problems (ปัญหาอุปสรรค), by the progress report.").SignedIn();
        Field(one => one.CorrectiveAction, "Measures against the problems (แนวทางแก้ไข), by the progress report.")
            .SignedIn();
        Field(one => one.ReportedOn, "The day of the progress report, in Thai time; null if there is none.");
        Many<QuarterlyReportKpi>(
            "kpis",
            kpi => kpi.ReportProjectId,
            kpi => kpi.Position,
            "The success indicators, in order."
        );
    }
}

public sealed class QuarterlyReportKpiModel : Model<QuarterlyReportKpi>
{
    public QuarterlyReportKpiModel()
        : base("A success indicator of a project as it stood when its quarterly report was assembled.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Name, "As printed.");
        Field(one => one.TargetText, "Target as printed; empty if none is printed.");
        Field(one => one.Result, "The counting result, if it is a number.");
        Field(one => one.ResultText, "The counting result, if it is a text.");
        Field(one => one.Status, "Whether the result reached the target; null if either is not a number.");
    }
}

public sealed class QuarterlyReportIndicatorModel : Model<QuarterlyReportIndicator>
{
    public QuarterlyReportIndicatorModel()
        : base(
            "An indicator of a strategy, with its target of the year, as it stood when its quarterly report was assembled."
        )
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Strategy, "The name of the strategy.");
        Field(one => one.Number, "Number within the strategy.");
        Field(one => one.Name, "As printed.");
        Field(one => one.Unit, "As printed: \"ร้อยละ\" is percent.");
        Field(one => one.Target, "The target of the year, in the unit.");
        Field(one => one.Result, "The counting result of the year, in the unit; null until one is reported.");
        Field(one => one.Status, "Whether the result reached the target.");
    }
}

public sealed class QuarterlyReportEventModel : Model<QuarterlyReportEvent>
{
    public QuarterlyReportEventModel()
        : base("An offering with a session in the quarter, as it stood when its quarterly report was assembled.")
    {
        SeenBy(Seen.WithParent);
        One<Offering>("offering", one => one.OfferingId, "The offering.");
        Field(one => one.ProjectNumber, "The number of the project that it is for, if any.");
        Field(one => one.Title, "The title.");
        Field(one => one.Form, "The form of development, in Thai.");
        Field(one => one.StartsOn, "The Thai day of the first session.");
        Field(one => one.EndsOn, "The Thai day on which the last session starts.");
        Field(one => one.Status, "How far it was.");
        Many<QuarterlyReportPeople>(
                "people",
                people => people.EventId,
                people => people.Minutes,
                "The people at the event, for the office's development officers."
            )
            .First();
    }
}

/// <summary>Exact numbers of few people are for those who may read the people.</summary>
public sealed class QuarterlyReportPeopleModel : Model<QuarterlyReportPeople>
{
    public QuarterlyReportPeopleModel()
        : base("Numbers of people at an event, or at all events of a quarterly report.")
    {
        SeenBy(OwnPeople(one => one.OfficeId));
        Field(one => one.Enrolled, "Those who had a seat at the end, or were there.").Personal();
        Field(one => one.Attended, "Those who were there for at least a minute in a session of the quarter.")
            .Personal();
        Field(one => one.Completed, "Those who completed an event that ended in the quarter.").Personal();
        Field(one => one.Minutes, "Minutes in sessions of the quarter, of all together.").Personal();
    }
}
