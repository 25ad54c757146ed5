using CsCheck;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Tests;

public sealed class FiscalYearTests
{
    [Fact]
    public void Fiscal_year_2566_runs_from_October_2022_to_September_2023()
    {
        var year = new FiscalYear(2566);
        year.StartsOn.ShouldBe(new DateOnly(2022, 10, 1));
        year.EndsOn.ShouldBe(new DateOnly(2023, 9, 30));
        year.StartOf(FiscalQuarter.Q2).ShouldBe(new DateOnly(2023, 1, 1));
        year.EndOf(FiscalQuarter.Q2).ShouldBe(new DateOnly(2023, 3, 31));
        year.EndOf(FiscalQuarter.Q4).ShouldBe(year.EndsOn);
    }

    [Fact]
    public void Every_day_lies_in_exactly_the_year_that_contains_it() =>
        Gen.Int[0, 80_000]
            .Select(new DateOnly(1900, 1, 1).AddDays)
            .Sample(day =>
            {
                var year = FiscalYear.Of(day);
                return year.Contains(day)
                    && !new FiscalYear(year.Number - 1).Contains(day)
                    && !new FiscalYear(year.Number + 1).Contains(day);
            });

    [Fact]
    public void The_quarters_of_a_year_follow_each_other_without_a_gap() =>
        Gen.Int[2500, 2700]
            .Sample(number =>
            {
                var year = new FiscalYear(number);
                return Enum.GetValues<FiscalQuarter>()
                    .Skip(1)
                    .All(quarter => year.EndOf(quarter - 1).AddDays(1) == year.StartOf(quarter));
            });

    [Fact]
    public void Every_moment_and_day_that_can_be_represented_has_a_day_and_a_start()
    {
        ThaiDay.Of(DateTimeOffset.MaxValue).ShouldBe(DateOnly.MaxValue);
        ThaiDay.Of(DateTimeOffset.MinValue).ShouldBe(DateOnly.MinValue);
        ThaiDay.StartOf(DateOnly.MinValue).ShouldBe(DateTimeOffset.MinValue);
        var day = new DateOnly(2026, 11, 29);
        ThaiDay.Of(ThaiDay.StartOf(day)).ShouldBe(day);
        ThaiDay.Of(ThaiDay.StartOf(day).AddTicks(-1)).ShouldBe(day.AddDays(-1));
    }
}
