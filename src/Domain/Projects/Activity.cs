using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Projects;

/// <summary>
/// An activity (กิจกรรม) of a project. It may hold money of its own and may have sub-activities, and both at once.
/// </summary>
public sealed class Activity : Entity, IProjectPart
{
    private Activity() { }

    private Activity(Project project, Activity? parent, string number) =>
        (Project, ProjectId, FiscalYear, Parent, ParentId, Number) = (
            project,
            project.Id,
            project.FiscalYear,
            parent,
            parent?.Id,
            number
        );

    public Guid ProjectId { get; private set; }

    public Project Project { get; private set; } = null!;

    /// <summary>The plan's fiscal year (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public Guid? ParentId { get; private set; }

    public Activity? Parent { get; private set; }

    /// <summary>Its place among its siblings, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>As printed, with Arabic digits: "1", "2.3".</summary>
    public string Number { get; private init; } = "";

    public string Name { get; private set; } = "";

    public PrintedAmounts Printed { get; private set; } = PrintedAmounts.None;

    /// <summary>The approved spending plan of this activity alone.</summary>
    public QuarterAmounts Planned { get; private set; } = QuarterAmounts.Zero;

    public IReadOnlyList<Activity> SubActivities { get; private set; } = new List<Activity>();

    /// <summary>Makes a project's activities, a flat list over all levels, what the document's tree says.</summary>
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
        (Name, Position, Printed) = (document.Name, position, document.Printed);
        Planned = QuarterAmounts.PlannedBy(document.Printed);
    }
}
