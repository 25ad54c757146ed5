using System.Globalization;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Tests;

public sealed class RuleTests
{
    [Fact]
    public void Days_lie_in_the_fiscal_year_and_quarter_that_they_should()
    {
        foreach (var one in RuleCases.Days)
        {
            var day = ThaiDay.Of(DateTimeOffset.Parse(one.Moment, CultureInfo.InvariantCulture));
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(one.Day);
            var year = FiscalYear.Of(day);
            year.Number.ShouldBe(one.FiscalYear, one.Day);
            year.QuarterOf(day).ShouldBe(one.Quarter, one.Day);
            year.EndOf(one.Quarter).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(one.LastDay);
        }
    }

    [Fact]
    public void Figures_of_a_budget_are_what_they_should_be()
    {
        foreach (var one in RuleCases.Figures)
        {
            var balance = new Balance
            {
                Planned = Amount(one.Planned),
                TransferredIn = Amount(one.In),
                TransferredOut = Amount(one.Out),
                Committed = one.Committed,
                Disbursed = Amount(one.Disbursed),
            };
            (balance.Revised, balance.Available, balance.DisbursementRate).ShouldBe(
                (one.Revised, one.Available, one.Rate)
            );
        }
    }

    [Fact]
    public void Statuses_publish_a_project_and_let_it_take_entries_as_they_should()
    {
        RuleCases.Statuses.Select(one => one.Status).ShouldBe(Enum.GetValues<ProjectStatus>());
        foreach (var one in RuleCases.Statuses)
        {
            var terms = new ProjectTerms(Guid.NewGuid(), "TH-43-P2", one.Status, false, 1);
            (terms.IsPublished, terms.TakesEntries).ShouldBe((one.Published, one.TakesEntries), $"{one.Status}");
        }
    }

    private static QuarterAmounts Amount(decimal amount) => new(0, amount, 0, 0);
}
