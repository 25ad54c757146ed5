using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

/// <summary>What is told by where the parts of a document are printed.</summary>
public sealed class DocumentFaultTests
{
    [Fact]
    public void A_row_beside_the_columns_of_the_others_is_shifted_and_its_sums_are_not_looked_at()
    {
        var plan = CleanPlan.FromDocument().Activity(1, "1", row => row with { Total = null });
        var row = plan.DevelopmentPlan.Projects[0].Activities[0];
        CleanPlan.Place(plan.Sources, row, 108, 2, nameColumn: 2);
        Plant.Found(plan).ShouldBe(["SHIFTED_ROW project 1/activity 1: 1,000 | 2,000 | 0 | 0 | -, -"]);
    }

    [Fact]
    public void The_only_row_of_a_table_is_shifted_where_its_total_row_is_not()
    {
        var plan = CleanPlan.FromDocument();
        CleanPlan.Place(plan.Sources, plan.DevelopmentPlan.Projects[2].Activities[0], 308, 2, nameColumn: 2);
        Plant.Found(plan).ShouldBe(["SHIFTED_ROW project 3/activity 1: 0 | 0 | 0 | 2,000 | 2,000, -"]);
    }

    [Fact]
    public void A_total_row_that_alone_stands_elsewhere_makes_no_row_shifted()
    {
        var plan = CleanPlan.FromDocument();
        CleanPlan.Place(plan.Sources, plan.DevelopmentPlan.Projects[0], 108, 2, nameColumn: 2);
        Plant.Found(plan).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_chapter_does_not_print_is_missing()
    {
        var plan = CleanPlan.Create();
        foreach (var project in plan.DevelopmentPlan.Projects)
        {
            foreach (var member in new[] { "statedBudget", "period" })
            {
                if (project.Number != 3)
                    plan.Sources.Add(project, member, new Source(1, null, null, null, ""));
            }
        }

        Plant
            .Found(plan.Project(3, project => project with { StatedBudget = 0 }))
            .ShouldBe(
                ["MISSING_BUDGET project 3/statedBudget: -, -", "PERIOD_MISSING project 3/period: -, -"],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_finding_says_where_its_stated_value_is_printed_and_so_does_the_plan_after_it()
    {
        var plan = CleanPlan.FromDocument().Activity(1, "2.1", activity => activity with { Total = 1500 });
        var (_, fault) = FindingRules.Check(plan).ShouldHaveSingleItem();
        fault.Source.ShouldNotBeNull().Column.ShouldBe(6);
        var after = fault.TakeComputed!(plan);
        Plant.Found(after).ShouldBeEmpty();
        var before = plan.DevelopmentPlan.Projects[0].Activities[1].SubActivities[0];
        var corrected = after.DevelopmentPlan.Projects[0].Activities[1].SubActivities[0];
        corrected.Total.ShouldBe(1000);
        after.Sources.MembersOf(corrected).ShouldBe(plan.Sources.MembersOf(before));
    }

    [Fact]
    public void Paragraphs_without_a_number_do_not_count_as_items()
    {
        var plan = CleanPlan.Create();
        NumberedTextDocument[] items = [.. CleanPlan.Items("1", "2", "3", "1", "2", "4")];
        string[] printed = ["ความนำ", "มีดังนี้", "ดังต่อไปนี้", "- (๑) หนึ่ง", "<p>๒. สอง</p>", "(๔) สี่"];
        for (var i = 0; i < items.Length; i++)
            plan.Sources.Add(items[i], "", new Source(i + 1, null, null, null, printed[i]));
        plan = plan.Section(1, section => section with { Items = items });
        Plant
            .Found(plan)
            .Where(line => line.StartsWith("NUMBERING", StringComparison.Ordinal))
            .ShouldBe(["NUMBERING_GAP section 2/items/4: 4, 3"]);
    }
}
