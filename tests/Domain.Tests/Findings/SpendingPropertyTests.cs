using CsCheck;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

/// <summary>Spending tables of any size, with and without sub-activities.</summary>
public sealed class SpendingPropertyTests
{
    private static readonly Gen<decimal[]> Quarters = Gen.Int[0, 500].Select(baht => baht * 100m).Array[4];

    private static readonly Gen<decimal[][]> Rows = Quarters.Array[1, 5];

    private static readonly Gen<PlanFile> Clean = Gen.Select(Rows.Array[1, 4], Gen.Bool, WithTable);

    [Fact]
    public void Nothing_is_found_in_a_table_that_adds_up() => Clean.Sample(plan => Plant.Found(plan).ShouldBeEmpty());

    [Fact]
    public void A_changed_cell_of_any_row_is_found() =>
        Gen.Select(Clean, Gen.Int[0, 1000], Gen.Int[0, 4], Gen.Int[1, 900])
            .Sample(
                (plan, row, column, more) =>
                {
                    var numbers = Leaves(plan.DevelopmentPlan.Projects[0].Activities).ToList();
                    var changed = plan.Activity(1, numbers[row % numbers.Count], a => Raised(a, column, more));
                    Plant.Found(changed).Count.ShouldBeInRange(1, 3);
                }
            );

    [Fact]
    public void A_changed_cell_of_the_total_row_is_found_once() =>
        Gen.Select(Clean, Gen.Int[0, 4], Gen.Int[1, 900])
            .Sample(
                (plan, column, more) =>
                {
                    var changed = plan.Project(
                        1,
                        p => p with { PrintedTotals = Raised(p.PrintedTotals!, column, more) }
                    );
                    Plant.Found(changed).ShouldHaveSingleItem();
                }
            );

    private static PlanFile WithTable(decimal[][][] groups, bool headingsPrintSums)
    {
        var activities = groups.Select((rows, i) => Activity($"{i + 1}", rows, headingsPrintSums)).ToList();
        var totals = Sum(groups.SelectMany(rows => rows));
        return CleanPlan
            .Create()
            .Project(
                1,
                project =>
                    project with
                    {
                        Activities = activities,
                        PrintedTotals = totals,
                        StatedBudget = totals.Total!.Value,
                        FundingSources = [project.FundingSources[0] with { Amount = totals.Total!.Value }],
                    }
            );
    }

    /// <summary>One row alone is the activity's own; several are its sub-activities.</summary>
    private static ActivityDocument Activity(string number, decimal[][] rows, bool printsSums)
    {
        if (rows.Length == 1)
            return Row(number, Sum(rows));
        return Row(number, printsSums ? Sum(rows) : PrintedAmounts.None) with
        {
            SubActivities = [.. rows.Select((row, i) => Row($"{number}.{i + 1}", Sum([row])))],
        };
    }

    private static PrintedAmounts Sum(IEnumerable<decimal[]> rows)
    {
        var all = rows.ToList();
        decimal Of(int quarter) => all.Sum(row => row[quarter]);
        return new PrintedAmounts(Of(0), Of(1), Of(2), Of(3), all.Sum(row => row.Sum()));
    }

    private static ActivityDocument Row(string number, PrintedAmounts amounts) =>
        CleanPlan.Row(number, amounts.Q1, amounts.Q2, amounts.Q3, amounts.Q4, amounts.Total);

    private static ActivityDocument Raised(ActivityDocument activity, int column, int more) =>
        Row(activity.Number, Raised(activity.Printed, column, more));

    private static PrintedAmounts Raised(PrintedAmounts amounts, int column, int more) =>
        column switch
        {
            0 => amounts with { Q1 = amounts.Q1 + more },
            1 => amounts with { Q2 = amounts.Q2 + more },
            2 => amounts with { Q3 = amounts.Q3 + more },
            3 => amounts with { Q4 = amounts.Q4 + more },
            _ => amounts with { Total = amounts.Total + more },
        };

    private static IEnumerable<string> Leaves(IEnumerable<ActivityDocument> activities) =>
        activities.SelectMany(a => a.SubActivities.Count == 0 ? [a.Number] : Leaves(a.SubActivities));
}
