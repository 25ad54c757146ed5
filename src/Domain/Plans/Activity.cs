using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>An activity (กิจกรรม) of a project. It can have its own money, sub-activities, or both.</summary>
public sealed class Activity : Entity, IProjectPart, IOfFiscalYear, IInOrder
{
    private Activity() { }

    private Activity(Project project, Activity? parent, string number)
    {
        (Project, ProjectId, FiscalYear) = (project, project.Id, project.FiscalYear);
        (Parent, ParentId, Number) = (parent, parent?.Id, number);
        Budget = new ActivityBudget(Id, project.Id, project.PlanId, project.FiscalYear) { ParentId = ParentId };
    }

    public Guid ProjectId { get; private set; }

    public Project Project { get; private set; } = null!;

    /// <summary>The plan's fiscal year (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public Guid? ParentId { get; private set; }

    public Activity? Parent { get; private set; }

    /// <summary>The position among its siblings, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The number as printed, with Arabic digits: "1", "2.3".</summary>
    public string Number { get; private init; } = "";

    public string Name { get; private set; } = "";

    public PrintedAmounts Printed { get; private set; } = PrintedAmounts.None;

    /// <summary>The activity's own money, without its sub-activities.</summary>
    public ActivityBudget Budget { get; private set; } = null!;

    /// <summary>
    /// The planned amounts in the document that was just applied, if its printed amounts differ from the previous ones;
    /// otherwise null, so that a later revision of the plan stays in force.
    /// </summary>
    public QuarterAmounts? NewPlan { get; private set; }

    public IReadOnlyList<Activity> SubActivities { get; private set; } = new List<Activity>();

    /// <summary>
    /// Updates a project's activities, a flat list over all levels, to match the tree in the document.
    /// </summary>
    internal static void Merge(Project project, List<Activity> activities, IReadOnlyList<ActivityDocument> documents)
    {
        var kept = new HashSet<Activity>();
        MergeLevel(null, documents);
        activities.RemoveAll(activity => !kept.Contains(activity));

        void MergeLevel(Activity? parent, IReadOnlyList<ActivityDocument> level)
        {
            var children = activities.Where(activity => activity.ParentId == parent?.Id).ToList();
            Common.Merge.Into(
                children,
                level,
                activity => activity.Number,
                document => document.Number,
                document => Added(new Activity(project, parent, document.Number)),
                (activity, document, position) => activity.Apply(document, position)
            );
            kept.UnionWith(children);
            foreach (var (activity, document) in children.OrderBy(child => child.Position).Zip(level))
                MergeLevel(activity, document.SubActivities);
        }

        Activity Added(Activity activity)
        {
            activities.Add(activity);
            return activity;
        }
    }

    private void Apply(ActivityDocument document, int position)
    {
        var planned = QuarterAmounts.PlannedBy(document.Printed);
        if (planned != QuarterAmounts.PlannedBy(Printed))
            NewPlan = planned;
        (Name, Position, Printed) = (document.Name, position, document.Printed);
    }
}
