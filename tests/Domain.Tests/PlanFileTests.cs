using CsCheck;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Tests;

public sealed class PlanFileTests
{
    private static readonly Gen<decimal?> Amount = Gen.Select(
        Gen.Bool,
        Gen.Int[0, 1_000_000],
        (printed, satang) => printed ? satang / 100m : (decimal?)null
    );

    private static readonly Gen<ActivityDocument> Leaf = Gen.Select(
        Gen.Int[1, 4],
        Amount,
        Amount,
        (number, first, last) => new ActivityDocument($"{number}", $"activity {number}", first, null, 0, last, null)
    );

    private static readonly Gen<ActivityDocument> Tree = Gen.Select(
        Leaf,
        Leaf.Array[0, 4],
        (activity, parts) => activity with { SubActivities = parts }
    );

    [Fact]
    public void A_plan_is_what_its_last_document_says_whatever_it_was_before() =>
        Gen.Select(Tree.Array[0, 5], Tree.Array[0, 5])
            .Sample(
                (before, after) =>
                {
                    var (office, strategicPlan, plan) = Plans();
                    Apply(plan, office, strategicPlan, before);
                    Apply(plan, office, strategicPlan, after);
                    Describe(plan).ShouldBe(Describe(after));
                }
            );

    [Fact]
    public void The_same_document_again_keeps_every_activity() =>
        Tree.Array[0, 5]
            .Sample(activities =>
            {
                var (office, strategicPlan, plan) = Plans();
                Apply(plan, office, strategicPlan, activities);
                var ids = plan.Projects[0].Activities.Select(activity => activity.Id).ToList();
                Apply(plan, office, strategicPlan, activities);
                plan.Projects[0].Activities.Select(activity => activity.Id).ShouldBe(ids);
            });

    [Fact]
    public void What_is_planned_is_the_sum_of_what_is_printed() =>
        Tree.Array[0, 5]
            .Sample(activities =>
            {
                var (office, strategicPlan, plan) = Plans();
                Apply(plan, office, strategicPlan, activities);
                var planned = plan.Projects[0]
                    .Activities.Aggregate(
                        QuarterAmounts.Zero,
                        (sum, activity) => sum + (activity.NewPlan ?? QuarterAmounts.Zero)
                    );
                var printed = activities.Concat(activities.SelectMany(activity => activity.SubActivities));
                return planned.Total == printed.Sum(row => (row.Q1 ?? 0) + (row.Q4 ?? 0));
            });

    [Fact]
    public void A_file_without_faults_has_none() =>
        PlanFileRules.Check(FileOf([]), TestContext.Current.CancellationToken).ShouldBeEmpty();

    [Theory]
    [InlineData("0.001")]
    [InlineData("5000.005")]
    public void Money_with_more_than_two_decimals_is_refused_not_rounded(string amount)
    {
        var row = new ActivityDocument(
            "1",
            "x",
            decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
            null,
            null,
            null,
            null
        );
        PlanFileRules
            .Check(FileOf([row]), TestContext.Current.CancellationToken)
            .ShouldHaveSingleItem()
            .Path.ShouldBe("/developmentPlan/projects/0/activities/0/q1");
    }

    [Fact]
    public void Money_with_trailing_zeros_is_accepted()
    {
        var row = new ActivityDocument("1", "x", 5000.0000m, null, null, null, null);
        PlanFileRules.Check(FileOf([row]), TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    private static (Office, StrategicPlan, DevelopmentPlan) Plans()
    {
        var office = new Office("TH-43-P2");
        return (office, new StrategicPlan(office, 2566), new DevelopmentPlan(office, 2566));
    }

    private static void Apply(
        DevelopmentPlan plan,
        Office office,
        StrategicPlan strategicPlan,
        ActivityDocument[] activities
    )
    {
        var published = new Sharing(true, new HashSet<Guid>(), new HashSet<Guid>());
        PlanParts.Apply(FileOf(activities), office, strategicPlan, plan, published);
    }

    private static PlanFile FileOf(IReadOnlyList<ActivityDocument> activities)
    {
        var start = new DateOnly(2022, 10, 1);
        var project = new ProjectDocument(
            1,
            "project",
            ProjectNature.New,
            ProjectStatus.Approved,
            1,
            null,
            1,
            null,
            [],
            start,
            start,
            null,
            null,
            true,
            [],
            0,
            null,
            activities,
            null,
            []
        );
        return new PlanFile(
            new OfficeDocument("TH-43-P2", "office", OfficeKind.Primary, "x", [], [new OrgUnitDocument(1, "unit")]),
            new StrategicPlanDocument(2566, 2570, null, null, [new StrategyDocument(1, "strategy")]),
            new DevelopmentPlanDocument(2566, "plan", [project])
        );
    }

    private static string[] Describe(DevelopmentPlan plan)
    {
        var all = plan.Projects[0].Activities;
        return [.. Level(null, "")];

        IEnumerable<string> Level(Guid? parent, string indent) =>
            all.Where(activity => activity.ParentId == parent)
                .OrderBy(activity => activity.Position)
                .SelectMany(activity =>
                    Level(activity.Id, indent + " ").Prepend($"{indent}{activity.Number} {activity.Printed}")
                );
    }

    private static string[] Describe(IReadOnlyList<ActivityDocument> activities, string indent = "") =>
        [
            .. activities.SelectMany(activity =>
                Describe(activity.SubActivities, indent + " ").Prepend($"{indent}{activity.Number} {activity.Printed}")
            ),
        ];
}
